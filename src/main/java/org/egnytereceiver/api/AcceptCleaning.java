package org.egnytereceiver.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** The API speaks JSON to everybody (RFC 9110, section 12.5.1, lets it); an odd {@code Accept} is no reason to refuse. */
@Provider
@PreMatching
public class AcceptCleaning implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().remove(HttpHeaders.ACCEPT);
    }
}
