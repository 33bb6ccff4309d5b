package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.audit.Actor;
import org.egnytereceiver.journal.Replay;

/** Has many events worked again. */
@Path("replays")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.OPERATOR)
public class ReplaysResource {

    @Inject
    Replay replay;

    @Inject
    Actions actions;

    /** Says how many events match, or replays them all. */
    @POST
    public Response start(InputStream body, @Context HttpServletRequest request) throws IOException {
        var order = ReplayOrder.read(body);
        return order.dryRun()
                ? Response.ok(Json.count("matching", replay.matching(order.filter()))).build()
                : Response.accepted(Json.count("replayed", replayAll(order, AccountCheck.actor(request)))).build();
    }

    private long replayAll(ReplayOrder order, Actor actor) {
        var replayed = 0L;
        for (var position = replay.start(); position != null; ) {
            var step = actions.replayNext(actor, order, position);
            replayed += step.replayed();
            position = step.reached();
        }
        return replayed;
    }
}
