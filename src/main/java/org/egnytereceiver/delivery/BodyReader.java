package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/**
 * Takes the body from the request: first its type (415), then its size (413), whether announced or found out; what
 * does not arrive in time is not waited for (408).
 */
@ApplicationScoped
class BodyReader {

    private static final int STEP = 16 << 10;

    @Inject
    DeliverySettings settings;

    /** @param place takes the memory that the body needs */
    Body read(HttpServletRequest request, Room.Place place) {
        if (!isJson(HeaderCleaning.contentType(request))) {
            throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The media type has to be application/json.");
        }
        var packed = isGzip(request.getHeader("Content-Encoding"));
        if (request.getContentLengthLong() > settings.maxBodySize()) {
            throw tooLarge();
        }
        if (!place.begin()) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        var bytes = received(request, place);
        var body = packed ? unpacked(bytes, place) : new Body(bytes, true);
        if (body.bytes().length > STEP && !place.grow(settings.bytesFor(body.values()))) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        return body;
    }

    /**
     * A caller that goes away in the middle is told nothing that it could read, and is no failure of ours. One that
     * sends nothing for some time is given up by the server, one that sends drop by drop by us.
     */
    private byte[] received(HttpServletRequest request, Room.Place place) {
        var end = System.nanoTime() + settings.longestTransfer().toNanos();
        try {
            return readUpToLimit(request.getInputStream(), place, () -> refuseWhenLate(end));
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

    private Body unpacked(byte[] packed, Room.Place place) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new Body(readUpToLimit(stream, place, () -> { }), true);
        } catch (IOException broken) {
            return new Body(packed, false);
        }
    }

    private byte[] readUpToLimit(InputStream stream, Room.Place place, Runnable afterEachStep) throws IOException {
        var body = new ByteArrayOutputStream(STEP);
        var step = new byte[STEP];
        for (var length = stream.read(step); length >= 0; length = stream.read(step)) {
            if (body.size() + length > settings.maxBodySize()) {
                throw tooLarge();
            }
            if (!place.grow(length)) {
                throw Refusal.of(ProblemType.UNAVAILABLE);
            }
            body.write(step, 0, length);
            afterEachStep.run();
        }
        return body.toByteArray();
    }

    private static Refusal tooLarge() {
        return Refusal.of(ProblemType.TOO_LARGE);
    }
}
