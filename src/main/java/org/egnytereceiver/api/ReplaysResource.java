package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.egnytereceiver.journal.EventFilter;
import org.egnytereceiver.journal.Replay;

/** Has many events worked again. */
@Path("replays")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.OPERATOR)
public class ReplaysResource {

    @Inject
    Replay replay;

    /** Says how many events match, or replays them all. */
    @POST
    public Response start(String body, @Context SecurityContext caller) {
        var order = ReplayOrder.read(body);
        return order.dryRun()
                ? Response.ok(Json.count("matching", replay.matching(order.filter()))).build()
                : Response.accepted(Json.count("replayed", replayAll(order.filter(), caller))).build();
    }

    private long replayAll(EventFilter filter, SecurityContext caller) {
        var author = caller.getUserPrincipal().getName();
        var replayed = 0L;
        for (var position = replay.start(); position != null; ) {
            var step = replay.next(filter, position, author);
            replayed += step.replayed();
            position = step.reached();
        }
        return replayed;
    }
}
