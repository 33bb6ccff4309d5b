package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** Takes the body from the request: first its type (415), then its size (413), whether announced or found out. */
@ApplicationScoped
class BodyReader {

    @Inject
    DeliverySettings settings;

    Body read(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The media type has to be application/json.");
        }
        var packed = isGzip(request.getHeader("Content-Encoding"));
        if (request.getContentLengthLong() > settings.maxBodySize()) {
            throw tooLarge();
        }
        var bytes = readUpToLimit(request.getInputStream());
        return packed ? unpacked(bytes) : new Body(bytes, true);
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

    private Body unpacked(byte[] packed) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new Body(readUpToLimit(stream), true);
        } catch (IOException broken) {
            return new Body(packed, false);
        }
    }

    private byte[] readUpToLimit(InputStream stream) throws IOException {
        var bytes = stream.readNBytes(settings.maxBodySize() + 1);
        if (bytes.length > settings.maxBodySize()) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Refusal tooLarge() {
        return Refusal.of(ProblemType.TOO_LARGE);
    }
}
