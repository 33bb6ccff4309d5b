package org.egnytereceiver.problem;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * One refusal as the caller sees it (RFC 9457).
 *
 * @param type     what kind of refusal
 * @param detail   a sentence that helps the caller, or null; never an exception's message, never a payload
 * @param instance identifies this occurrence, and stands in the log when something was logged
 */
public record Problem(ProblemType type, String detail, UUID instance) {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final int RETRY_AFTER_SECONDS = 10;

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** A refusal without a further sentence. */
    public static Problem of(ProblemType type) {
        return new Problem(type, null, UUID.randomUUID());
    }

    /** A refusal with a sentence that tells the caller what to change. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, UUID.randomUUID());
    }

    /** @return the answer, ready to be sent or completed with further headers */
    public Response.ResponseBuilder answer() {
        var answer = Response.status(type.status()).type(MEDIA_TYPE).entity(json());
        return switch (type) {
            case UNAVAILABLE -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            // The rest of the request is not waited for (RFC 9110, section 15.5.9).
            case TOO_SLOW -> answer.header("Connection", "close");
            default -> answer;
        };
    }

    /** Answers where there is no JAX-RS. */
    void send(HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(type.status());
        response.setContentType(MEDIA_TYPE);
        if (type == ProblemType.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
        }
        var body = json().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    String json() {
        var json = JSON.createObjectBuilder()
                .add("type", type.uri())
                .add("title", type.title())
                .add("status", type.status());
        if (detail != null) {
            json.add("detail", detail);
        }
        return json.add("instance", "urn:uuid:" + instance).build().toString();
    }
}
