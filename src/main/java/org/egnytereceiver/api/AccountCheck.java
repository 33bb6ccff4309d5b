package org.egnytereceiver.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.egnytereceiver.accounts.Account;
import org.egnytereceiver.accounts.Login;
import org.egnytereceiver.accounts.LoginResult;
import org.egnytereceiver.accounts.LoginResult.Known;
import org.egnytereceiver.accounts.LoginResult.TooEarly;
import org.egnytereceiver.accounts.LoginResult.Unknown;
import org.egnytereceiver.audit.Actor;
import org.egnytereceiver.origin.Proxies;
import org.egnytereceiver.problem.Problem;
import org.egnytereceiver.problem.ProblemType;

/** Lets through who has an account with a role that the called method or its resource allows. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccountCheck implements ContainerRequestFilter {

    private static final String ACTOR = AccountCheck.class.getName() + ".actor";

    @Inject
    Login login;

    @Inject
    Proxies proxies;

    @Context
    ResourceInfo called;

    @Context
    HttpServletRequest request;

    /** @return who makes the request, once it was let through */
    static Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(ACTOR);
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var refusal = refusal(login.of(request));
        if (refusal != null) {
            context.abortWith(refusal);
        }
    }

    private Response refusal(LoginResult result) {
        if (result instanceof TooEarly early) {
            return Problem.of(ProblemType.TOO_MANY_ATTEMPTS).answer()
                    .header(HttpHeaders.RETRY_AFTER, seconds(early.retryAfter())).build();
        }
        if (result instanceof Unknown unknown) {
            return Problem.of(ProblemType.UNKNOWN_CALLER).answer()
                    .header(HttpHeaders.WWW_AUTHENTICATE, unknown.challenge()).build();
        }
        var account = ((Known) result).account();
        if (!isAllowedTo(account)) {
            return Problem.of(ProblemType.FORBIDDEN).answer().build();
        }
        request.setAttribute(ACTOR, new Actor(account.name(), proxies.nameOfOrigin(request)));
        return null;
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** What is not opened by an annotation is closed. */
    private boolean isAllowedTo(Account account) {
        var onMethod = called.getResourceMethod().getAnnotation(AllowedTo.class);
        var allowed = onMethod != null ? onMethod : called.getResourceClass().getAnnotation(AllowedTo.class);
        return allowed != null && account.roles().contains(allowed.value());
    }
}
