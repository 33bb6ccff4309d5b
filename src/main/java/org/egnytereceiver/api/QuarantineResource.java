package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;
import org.egnytereceiver.quarantine.Quarantine;
import org.egnytereceiver.quarantine.ReleaseOutcome;

/** What is in the quarantine. */
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.VIEWER)
public class QuarantineResource {

    private static final Set<String> FILTERS = Set.of("feed", "reason");

    @Inject
    Quarantine quarantine;

    @Inject
    Actions actions;

    @Inject
    ReadingPlace place;

    /** A page of the quarantine, the latest received first. */
    @GET
    public StreamingOutput list(@Context UriInfo uri) {
        var parameters = Parameters.ofPage(uri.getQueryParameters(), FILTERS);
        var page = quarantine.latest(parameters.text("feed"), parameters.oneOf("reason", Reason::ofCode),
                parameters.after(), parameters.limit(), place::demand);
        return Json.page(page.rows(), Json::quarantined, page.next());
    }

    /** One entry of the quarantine. */
    @GET
    @Path("{id}")
    public StreamingOutput show(@PathParam("id") String id) {
        return withRoom(id).flatMap(quarantine::byId).map(Json::quarantined).map(Json::document)
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    /** Reads one entry again, with the present code. */
    @POST
    @Path("{id}/release")
    @AllowedTo(Role.OPERATOR)
    public String release(@PathParam("id") String id, @Context HttpServletRequest request) {
        var actor = AccountCheck.actor(request);
        var outcome = withRoom(id).flatMap(number -> actions.release(actor, number))
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        if (outcome == ReleaseOutcome.CONFLICT) {
            throw Refusal.of(ProblemType.CONFLICT, "What contradicts a stored event can only be discarded.");
        }
        return Json.outcome(outcome);
    }

    /** Throws one entry away. */
    @DELETE
    @Path("{id}")
    @AllowedTo(Role.OPERATOR)
    public void discard(@PathParam("id") String id, @Context HttpServletRequest request) {
        var actor = AccountCheck.actor(request);
        if (Numbers.of(id).filter(number -> actions.discard(actor, number)).isEmpty()) {
            throw Refusal.of(ProblemType.NOT_FOUND);
        }
    }

    /** @return the number of the entry, if it may be one, with room to load its content */
    private Optional<Long> withRoom(String id) {
        var number = Numbers.of(id);
        number.flatMap(quarantine::sizeOf).ifPresent(place::demand);
        return number;
    }
}
