package org.egnytereceiver.problem;

import java.util.Arrays;

/** The complete list of refusals. The title never changes per occurrence (RFC 9457, section 3.1.3). */
public enum ProblemType {

    BAD_PARAMETER(400, "bad-parameter", "A parameter of the request cannot be read"),
    BAD_REQUEST(400, "bad-request", "The request cannot be read"),
    UNKNOWN_CALLER(401, "unknown-caller", "The caller did not prove who it is"),
    FORBIDDEN(403, "forbidden", "This account may not do that"),
    NOT_FOUND(404, "not-found", "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not offered here"),
    TOO_SLOW(408, "too-slow", "The request did not arrive in time"),
    CONFLICT(409, "conflict", "The present state does not allow that"),
    TOO_LARGE(413, "too-large", "The body is larger than the receiver takes"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body is not of a type the receiver takes"),
    TOO_MANY_ATTEMPTS(429, "too-many-attempts", "There were too many attempts; try again later"),
    UNAVAILABLE(503, "unavailable", "The receiver cannot do that at the moment; try again later");

    private final int status;
    private final String code;
    private final String title;

    ProblemType(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** @return the HTTP status code of this refusal */
    public int status() {
        return status;
    }

    String uri() {
        return "urn:egnyte-receiver:problem:" + code;
    }

    String title() {
        return title;
    }

    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status && type != BAD_PARAMETER)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : UNAVAILABLE);
    }
}
