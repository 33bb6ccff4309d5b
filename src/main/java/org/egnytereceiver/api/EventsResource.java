package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.journal.EventFilter;
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

    /** A page of events, the latest received first. */
    @GET
    public String list(@Context UriInfo uri) {
        var parameters = new Parameters(uri.getQueryParameters());
        var limit = parameters.limit();
        var found = events.latest(filter(parameters), parameters.after(), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return Json.page(page, Json::event, found.size() > limit ? page.get(limit - 1).position() : null);
    }

    /** One event with everything known about it. */
    @GET
    @Path("{id}")
    public String show(@PathParam("id") String id) {
        return Numbers.of(id).flatMap(events::byId).map(Json::details)
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    private static EventFilter filter(Parameters parameters) {
        return new EventFilter(
                parameters.text("feed"),
                parameters.oneOf("product", Product::named),
                parameters.text("domain"),
                parameters.text("type"),
                parameters.text("family"),
                parameters.oneOf("state", EntryState::named),
                parameters.truth("known"),
                parameters.text("eventId"),
                parameters.text("path"),
                parameters.text("user"),
                parameters.time("from"),
                parameters.time("to"),
                parameters.time("receivedFrom"),
                parameters.time("receivedTo"));
    }
}
