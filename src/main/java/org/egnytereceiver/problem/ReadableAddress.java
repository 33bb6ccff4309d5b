package org.egnytereceiver.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Finds nothing at an address that is no UTF-8. A servlet filter, since a JAX-RS runtime may decode it before its own
 * first filter runs, and write its failure into the log.
 */
@WebFilter("/*")
public class ReadableAddress extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isReadable(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        var problem = Problem.of(ProblemType.NOT_FOUND);
        response.setStatus(problem.type().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.json().getBytes(StandardCharsets.UTF_8));
    }

    static boolean isReadable(String address) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded(address)));
            return true;
        } catch (CharacterCodingException | NumberFormatException | StringIndexOutOfBoundsException noText) {
            return false;
        }
    }

    private static byte[] decoded(String address) {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '%') {
                bytes.write(Integer.parseInt(address.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(address.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
