package org.egnytereceiver.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/**
 * Refuses a media type that is none. A servlet filter, since the JAX-RS runtime reads it before its own first filter runs,
 * and would leave the answer to the server, with a page that says which one it is.
 */
@WebFilter("/api/*")
public class ReadableType extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isReadable(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        var refusal = Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The media type cannot be read.").answer().build();
        response.setStatus(refusal.getStatus());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(((String) refusal.getEntity()).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isReadable(String type) {
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException noType) {
            return false;
        }
    }
}
