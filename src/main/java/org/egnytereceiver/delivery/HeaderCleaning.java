package org.egnytereceiver.delivery;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes the headers out that the JAX-RS runtime would judge before we do. Only 200 counts at Egnyte, so an odd
 * {@code Accept} must not become 406; and a malformed {@code Content-Type} is our 415 after the caller was checked, not
 * the runtime's 400 before. The resource reads the original from the servlet request.
 */
@Provider
@PreMatching
public class HeaderCleaning implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().remove(HttpHeaders.ACCEPT);
        request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    }
}
