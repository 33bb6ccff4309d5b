package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.journal.EventSearch;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** The events of the journal. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.VIEWER)
public class EventsResource {

    @Inject
    EventSearch events;

    @Inject
    Actions actions;

    @Inject
    ReadingPlace place;

    /** A page of events, the latest received first. */
    @GET
    public StreamingOutput list(@Context UriInfo uri) {
        var parameters = Parameters.ofPage(uri.getQueryParameters(), EventParameters.NAMES);
        var limit = parameters.limit();
        var found = events.latest(EventParameters.filter(parameters), parameters.after(), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return Json.page(page, Json::event, found.size() > limit ? page.get(limit - 1).position() : null);
    }

    /** One event with everything known about it. */
    @GET
    @Path("{id}")
    public StreamingOutput show(@PathParam("id") String id) {
        var number = Numbers.of(id);
        number.flatMap(events::sizeOf).ifPresent(place::demand);
        return number.flatMap(events::byId).map(Json::details)
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    /** Has one event worked again. */
    @POST
    @Path("{id}/replay")
    @AllowedTo(Role.OPERATOR)
    public Response replay(@PathParam("id") String id, @Context HttpServletRequest request) {
        var actor = AccountCheck.actor(request);
        if (Numbers.of(id).filter(number -> actions.replay(actor, number)).isEmpty()) {
            throw Refusal.of(ProblemType.NOT_FOUND);
        }
        return Response.accepted().build();
    }
}
