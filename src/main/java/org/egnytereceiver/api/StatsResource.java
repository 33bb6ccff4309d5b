package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.journal.Statistics;

/** The figures. */
@Path("stats")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.VIEWER)
public class StatsResource {

    @Inject
    Statistics statistics;

    /** What the receiver did, and what it has to do. */
    @GET
    public String show() {
        return Json.figures(statistics.figures());
    }
}
