package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.egnytereceiver.database.Durability;

/** What somebody was told is done outlives the process, as a delivery does (ADR 0015). */
@Provider
public class DurableAnswer implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    Durability durability;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!READING.contains(request.getMethod()) && answer.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
            durability.ensure();
        }
    }
}
