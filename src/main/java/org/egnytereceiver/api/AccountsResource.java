package org.egnytereceiver.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.egnytereceiver.accounts.AccountChange;
import org.egnytereceiver.accounts.OwnAccountList;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** The receiver's own accounts. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.OPERATOR)
public class AccountsResource {

    @Inject
    OwnAccountList accounts;

    @Inject
    Actions actions;

    /** All accounts, by name. */
    @GET
    public String list() {
        if (!accounts.isHere()) {
            throw refused(AccountChange.ELSEWHERE);
        }
        return Json.list(accounts.all(), Json::account);
    }

    /** A new account. */
    @POST
    public Response create(InputStream body, @Context HttpServletRequest request, @Context UriInfo uri)
            throws IOException {
        var order = AccountOrder.read(body, "name", "password", "role");
        demandDone(actions.createAccount(AccountCheck.actor(request), order.text("name"), order.text("password"),
                order.role()));
        return Response.created(uri.getAbsolutePathBuilder().path("{name}").build(order.text("name"))).build();
    }

    /** Another password for an account. */
    @PUT
    @Path("{name}/password")
    public void changePassword(@PathParam("name") String name, InputStream body, @Context HttpServletRequest request)
            throws IOException {
        var order = AccountOrder.read(body, "password");
        demandDone(actions.changePassword(AccountCheck.actor(request), name, order.text("password")));
    }

    /** Another role for an account. */
    @PUT
    @Path("{name}/role")
    public void changeRole(@PathParam("name") String name, InputStream body, @Context HttpServletRequest request)
            throws IOException {
        demandDone(actions.changeRole(AccountCheck.actor(request), name, AccountOrder.read(body, "role").role()));
    }

    /** Takes an account away. */
    @DELETE
    @Path("{name}")
    public void remove(@PathParam("name") String name, @Context HttpServletRequest request) {
        demandDone(actions.removeAccount(AccountCheck.actor(request), name));
    }

    private static void demandDone(AccountChange change) {
        if (change != AccountChange.DONE) {
            throw refused(change);
        }
    }

    private static Refusal refused(AccountChange change) {
        return switch (change) {
            case UNKNOWN -> Refusal.of(ProblemType.NOT_FOUND);
            case TAKEN -> Refusal.of(ProblemType.CONFLICT, "There is an account of that name.");
            case CONFIGURED -> Refusal.of(ProblemType.CONFLICT, "The settings say what this account is: change them.");
            case LAST_OPERATOR -> Refusal.of(ProblemType.CONFLICT, "This is the last operator.");
            case ELSEWHERE -> Refusal.of(ProblemType.CONFLICT, "The accounts are not kept by the receiver.");
            case BAD_NAME -> Refusal.of(ProblemType.BAD_PARAMETER,
                    "A name has 1 to 100 letters, digits, blanks and characters of ._@+-, a letter or digit first.");
            case BAD_PASSWORD -> Refusal.of(ProblemType.BAD_PARAMETER,
                    "A password has 12 to 200 characters, and is not the name.");
            case DONE -> throw new IllegalArgumentException("Nothing to refuse");
        };
    }
}
