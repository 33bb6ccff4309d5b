package org.egnytereceiver.delivery;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/**
 * Lets through who proves to be the feed, and comes from where it may. Unknown feed, missing header, wrong secret and
 * wrong address look the same from outside, and cost the same.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CallerCheck implements ContainerRequestFilter {

    static final String FEED = CallerCheck.class.getName() + ".feed";

    @Inject
    Feeds feeds;

    @Inject
    CallerAddresses addresses;

    /** The container's proxy for the request at hand. */
    @Inject
    HttpServletRequest connection;

    /** A method that is not offered is told so to everybody; only OPTIONS comes this far without being POST. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST)) {
            check(request);
        }
    }

    private void check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPathParameters();
        var product = Product.named(path.getFirst("product")).orElseThrow();
        var name = Objects.requireNonNullElse(path.getFirst("feed"), Feeds.DEFAULT);
        var allowed = addresses.allow(connection);
        feeds.provenBy(name, product, request::getHeaderString).filter(feed -> allowed).ifPresentOrElse(
                feed -> request.setProperty(FEED, feed),
                () -> request.abortWith(Problem.of(ProblemType.UNKNOWN_CALLER).answer()
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Secret realm=\"egnyte-webhooks\"").build()));
    }
}
