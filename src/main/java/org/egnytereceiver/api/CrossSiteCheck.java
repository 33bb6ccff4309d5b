package org.egnytereceiver.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/**
 * Keeps pages of other sites from acting with the credentials that a browser adds to every request by itself (ADR
 * 0023). What browsers say about the page that asks cannot be set by that page; who is no browser says nothing, and is
 * let through.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class CrossSiteCheck implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        if (!isOfOurOwnPages(request)) {
            request.abortWith(Problem.of(ProblemType.FORBIDDEN,
                    "A page of another site may not act here.").answer().build());
        } else if (!isAnOrder(request)) {
            request.abortWith(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The media type has to be application/json.").answer().build());
        }
    }

    private static boolean isOfOurOwnPages(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OUR_OWN.contains(site);
        }
        var origin = request.getHeaderString("Origin");
        return origin == null || isOrigin(origin, request.getHeaderString(HttpHeaders.HOST));
    }

    /** A proxy that ends TLS changes the scheme, not the name. */
    private static boolean isOrigin(String origin, String host) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /**
     * A form cannot send this type, and sends one with all that it sends; a script of a page can leave it out. What
     * comes in pieces is a body, and is not waited for; HTTP/2 sends one without saying so, and has to be asked.
     */
    private static boolean isAnOrder(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            return request.getLength() == 0 || type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
        }
        return request.getLength() <= 0 && request.getHeaderString("Transfer-Encoding") == null
                && (request.getLength() == 0 || !request.hasEntity());
    }
}
