package org.egnytereceiver.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.egnytereceiver.lifecycle.Readiness;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/** Before its schema is in order there is nothing that the receiver could show, and when it stops there is no more time. */
@Provider
@Priority(Priorities.AUTHENTICATION - 200)
public class ReadinessCheck implements ContainerRequestFilter {

    @Inject
    Readiness readiness;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!readiness.isReady()) {
            request.abortWith(Problem.of(ProblemType.UNAVAILABLE).answer().build());
        }
    }
}
