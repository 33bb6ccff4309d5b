package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/**
 * Takes the body from the request: first its type (415), then its size (413), whether announced or found out; what
 * does not arrive in time is not waited for (408).
 */
@ApplicationScoped
class BodyReader {

    private static final int STEP = 16 << 10;

    /** A batch of fifty events is half as long. */
    private static final int USUAL = 64 << 10;

    private static final int UNKNOWN = -1;

    /** @param place takes the memory that the body needs */
    Body read(HttpServletRequest request, Room.Place place, DeliveryLimits limits) {
        if (!isJson(HeaderCleaning.contentType(request))) {
            throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The media type has to be application/json.");
        }
        var packed = isGzip(request.getHeader("Content-Encoding"));
        if (request.getContentLengthLong() > limits.maxBodySize()) {
            throw tooLarge();
        }
        if (!place.begin()) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        var bytes = received(request, place, limits);
        var body = packed ? unpacked(bytes, place, limits) : new Body(bytes, true, limits);
        if (body.bytes().length > STEP && !place.grow(limits.bytesFor(body.values()))) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        return body;
    }

    /**
     * A caller that goes away in the middle is told nothing that it could read, and is no failure of ours. One that
     * sends nothing for some time is given up by the server, one that sends drop by drop by us.
     */
    private static byte[] received(HttpServletRequest request, Room.Place place, DeliveryLimits limits) {
        var end = System.nanoTime() + limits.longestTransfer().toNanos();
        try {
            return readUpTo(limits.maxBodySize(), request.getContentLengthLong(), request.getInputStream(), place,
                    () -> refuseWhenLate(end));
        } catch (IOException brokenOff) {
            throw Refusal.of(isLate(end) || isTimeout(brokenOff) ? ProblemType.TOO_SLOW : ProblemType.BAD_REQUEST);
        }
    }

    private static void refuseWhenLate(long end) {
        if (isLate(end)) {
            throw Refusal.of(ProblemType.TOO_SLOW);
        }
    }

    private static boolean isLate(long end) {
        return System.nanoTime() - end > 0;
    }

    private static boolean isTimeout(IOException failure) {
        return failure instanceof SocketTimeoutException || failure.getCause() instanceof TimeoutException;
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        var end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().equalsIgnoreCase("application/json");
    }

    private static boolean isGzip(String encoding) {
        if (encoding == null) {
            return false;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The content encoding has to be gzip or none.");
        };
    }

    private static Body unpacked(byte[] packed, Room.Place place, DeliveryLimits limits) {
        try (var stream = new GzipStream(packed)) {
            return new Body(readUpTo(limits.maxBodySize(), UNKNOWN, stream, place, () -> { }), true, limits);
        } catch (IOException broken) {
            return new Body(packed, false, limits);
        }
    }

    /**
     * A body that says how long it is, and is no longer than usual, has room and one array from the beginning; others are
     * given them as they arrive.
     *
     * @param announced number of bytes, or {@link #UNKNOWN}
     */
    private static byte[] readUpTo(int limit, long announced, InputStream stream, Room.Place place,
            Runnable afterEachStep) throws IOException {
        var given = (int) Math.max(0, Math.min(announced, USUAL));
        demand(given, place);
        var body = new byte[announced == UNKNOWN ? STEP : given];
        var size = 0;
        while (true) {
            if (size == body.length) {
                var next = stream.read();
                if (next < 0) {
                    return body;
                }
                body = Arrays.copyOf(body, (int) Math.min(2L * size + STEP, size < announced ? announced : limit + 1L));
                body[size++] = (byte) next;
            } else {
                var length = stream.read(body, size, body.length - size);
                if (length < 0) {
                    return Arrays.copyOf(body, size);
                }
                size += length;
            }
            if (size > limit) {
                throw tooLarge();
            }
            if (size > given) {
                demand(size - given, place);
                given = size;
            }
            afterEachStep.run();
        }
    }

    private static void demand(int bytes, Room.Place place) {
        if (!place.grow(bytes)) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(ProblemType.TOO_LARGE);
    }
}
