package org.egnytereceiver.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The trace a delivery belongs to, if a proxy before us started one (W3C Trace Context, section 3.2). */
final class TraceParent {

    private static final Pattern VALID = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {
    }

    /** @return the header's value, or null when there is none or it is malformed */
    static String of(HttpServletRequest request) {
        var value = request.getHeader("traceparent");
        return value != null && VALID.matcher(value).matches() ? value : null;
    }
}
