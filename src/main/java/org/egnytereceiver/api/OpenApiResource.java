package org.egnytereceiver.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.egnytereceiver.accounts.Role;

/** The description of this API, written by hand and compared with the resources by a test. */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
@AllowedTo(Role.VIEWER)
public class OpenApiResource {

    /** The OpenAPI 3.1 document. */
    @GET
    public InputStream show() {
        return OpenApiResource.class.getResourceAsStream("openapi.json");
    }
}
