package org.egnytereceiver.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/** Lets through who has an account with a role that the called method or its resource allows. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccountCheck implements ContainerRequestFilter {

    @Inject
    Accounts accounts;

    @Context
    ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        var account = BasicCredentials.in(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(given -> accounts.matching(given.name(), given.password()));
        if (account.isEmpty()) {
            request.abortWith(Problem.of(ProblemType.UNKNOWN_CALLER).answer()
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Egnyte Webhook Receiver\", charset=\"UTF-8\"")
                    .build());
        } else if (!isAllowedTo(account.get())) {
            request.abortWith(Problem.of(ProblemType.FORBIDDEN).answer().build());
        } else {
            request.setSecurityContext(new Caller(account.get(), request.getSecurityContext().isSecure()));
        }
    }

    /** What is not opened by an annotation is closed. */
    private boolean isAllowedTo(Account account) {
        var onMethod = called.getResourceMethod().getAnnotation(AllowedTo.class);
        var allowed = onMethod != null ? onMethod : called.getResourceClass().getAnnotation(AllowedTo.class);
        return allowed != null && account.roles().contains(allowed.value());
    }
}
