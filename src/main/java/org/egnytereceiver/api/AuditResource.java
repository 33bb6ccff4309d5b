package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.audit.AuditRow;
import org.egnytereceiver.audit.AuditTrail;
import org.egnytereceiver.journal.PagePosition;

/** Who did what. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.OPERATOR)
public class AuditResource {

    @Inject
    AuditTrail audit;

    /** A page of the audit trail, the latest first. */
    @GET
    public StreamingOutput list(@Context UriInfo uri) {
        var parameters = Parameters.ofPage(uri.getQueryParameters(), Set.of());
        var after = parameters.after();
        var limit = parameters.limit();
        var found = audit.latest(after == null ? null : after.id(), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return Json.page(page, Json::audited, found.size() > limit ? position(page.get(limit - 1)) : null);
    }

    private static PagePosition position(AuditRow row) {
        return new PagePosition(row.at().toEpochMilli(), row.id());
    }
}
