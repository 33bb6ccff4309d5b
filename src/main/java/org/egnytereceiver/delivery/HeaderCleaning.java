package org.egnytereceiver.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the headers out that the JAX-RS runtime would judge before we do. Only 200 counts at Egnyte, so an odd
 * {@code Accept} must not become 406; and a malformed {@code Content-Type} is our 415 after the caller was checked, not
 * the runtime's 400 before. A servlet filter, since the runtime reads them before its own first filter runs; the resource
 * asks {@link #contentType} for the type.
 */
@WebFilter("/webhooks/*")
public class HeaderCleaning extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String TYPE = HeaderCleaning.class.getName() + ".type";

    /** @return the media type as it was sent, or null */
    static String contentType(HttpServletRequest request) {
        return (String) request.getAttribute(TYPE);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(TYPE, request.getContentType());
        chain.doFilter(new Cleaned(request), response);
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        private static final Set<String> HIDDEN = hidden(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE);

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getHeader(String name) {
            return HIDDEN.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HIDDEN.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = Collections.list(super.getHeaderNames());
            names.removeIf(HIDDEN::contains);
            return Collections.enumeration(names);
        }

        private static Set<String> hidden(String... names) {
            var hidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            Collections.addAll(hidden, names);
            return hidden;
        }
    }
}
