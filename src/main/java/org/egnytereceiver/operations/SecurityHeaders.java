package org.egnytereceiver.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;

/**
 * Tells browsers on every answer, refusals included, to make nothing of it: no page, no frame, no script, no guess at
 * its type, no copy. Named in {@code web.xml}, right behind the last resort.
 */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var guarded = new Guarded(response, request.isSecure());
        guarded.setAll();
        chain.doFilter(request, guarded);
    }

    private static final class Guarded extends HttpServletResponseWrapper {

        private final boolean isSecure;

        Guarded(HttpServletResponse response, boolean isSecure) {
            super(response);
            this.isSecure = isSecure;
        }

        void setAll() {
            ALWAYS.forEach(this::setHeader);
            if (isSecure) {
                setHeader("Strict-Transport-Security", "max-age=31536000");
            }
        }

        /** Who begins an answer anew means its content. */
        @Override
        public void reset() {
            super.reset();
            setAll();
        }
    }
}
