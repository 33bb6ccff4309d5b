package org.egnytereceiver.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses an address that is no text in UTF-8 once it is decoded, or whose query is none (RFC 3986). RESTEasy does that as
 * well, but with a stack trace in the log for each, which anybody could make it write.
 */
public class AddressCheck extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isText(request.getRequestURI()) && isQuery(request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            Problem.of(ProblemType.BAD_REQUEST).send(response);
        }
    }

    static boolean isText(String address) {
        if (address.indexOf('%') < 0) {
            return true;
        }
        try {
            var bytes = URLDecoder.decode(address, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException isNone) {
            return false;
        }
    }

    static boolean isQuery(String query) {
        if (query == null) {
            return true;
        }
        try {
            return new URI("/?" + query).getRawQuery() != null;
        } catch (URISyntaxException isNone) {
            return false;
        }
    }
}
