package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.Precedence;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/**
 * Where Egnyte's POSTs arrive. Only status 200 means "received" to Egnyte ("Non 200 status codes will schedule a
 * retransmission and eventually cause the webhook to be disabled", receiver specifications 1.0.0).
 */
@Path("{product: connect|msp}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DeliveryResource {

    @Inject
    DeliverySettings settings;

    @Inject
    BodyReader bodies;

    @Inject
    DeliveryReader deliveries;

    @Inject
    Intake intake;

    @Inject
    Precedence precedence;

    /** The container's proxy for the request at hand. */
    @Inject
    HttpServletRequest request;

    /** A delivery for the feed {@code default}. */
    @POST
    public Response receive(@PathParam("product") String product) {
        var feed = (Feed) request.getAttribute(CallerCheck.FEED);
        precedence.claim();
        try (var place = settings.room().enter()) {
            var body = bodies.read(request, place, settings.limits());
            var delivery = deliveries.read(feed, Product.named(product).orElseThrow(), body, TraceParent.of(request));
            return Response.ok(intake.accept(delivery).json().getBytes(UTF_8), MediaType.APPLICATION_JSON_TYPE).build();
        }
    }

    /** A delivery for a feed by its name. */
    @POST
    @Path("{feed}")
    public Response receiveForFeed(@PathParam("product") String product) {
        return receive(product);
    }

    /** Keeps the JAX-RS runtime from answering OPTIONS with a description of the application. */
    @OPTIONS
    public Response options() {
        return notAllowed();
    }

    /** The same for a feed's address. */
    @OPTIONS
    @Path("{feed}")
    public Response optionsForFeed() {
        return notAllowed();
    }

    private static Response notAllowed() {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED).answer().header(HttpHeaders.ALLOW, HttpMethod.POST).build();
    }
}
