package org.egnytereceiver.system;

import static org.egnytereceiver.support.Fixtures.with;
import static org.egnytereceiver.support.Fixtures.withData;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.event.msp.MspEventType;
import org.egnytereceiver.support.Fixtures;

/** Events that nobody sent before, and bodies as they lie below {@code deliveries/}. */
final class Samples {

    private Samples() {
    }

    /** A file somebody sent to be kept: what it says, and what it is called. */
    record Sample(String name, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static String freshId() {
        return UUID.randomUUID().toString();
    }

    /** A domain that no other test uses. */
    static String freshDomain() {
        return "d" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    static String fileAdded(String domain, String eventId) {
        return event(ConnectEventType.FILE_ADDED, domain, eventId);
    }

    static String fileMoved(String domain, String eventId, String target) {
        return withData(event(ConnectEventType.FILE_MOVED, domain, eventId), "targetPath", quoted(target));
    }

    static String event(ConnectEventType type, String domain, String eventId) {
        return identified(Fixtures.connect(type), domain, eventId);
    }

    static String identified(String event, String domain, String eventId) {
        return with(with(event, "eventId", quoted(eventId)), "domain", quoted(domain));
    }

    /** An event of Egnyte MSP; what makes it new is a code that no other has. */
    static String notice(MspEventType type) {
        return fresh(Fixtures.msp(type));
    }

    static String fresh(String notice) {
        return with(notice, "reseller_code", quoted(freshId()));
    }

    static List<String> filesAdded(String domain, int count) {
        return IntStream.range(0, count).mapToObj(i -> fileAdded(domain, "event-" + i)).toList();
    }

    /** Events that say hardly more than which one they are. */
    static List<String> shortEvents(String domain, int count) {
        var shortest = with(Fixtures.connect(ConnectEventType.FILE_ADDED, "with-the-least"), "domain", quoted(domain));
        return IntStream.range(0, count).mapToObj(i -> with(shortest, "eventId", quoted("event-" + i))).toList();
    }

    static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    static String array(String... elements) {
        return array(List.of(elements));
    }

    /** The files of a folder below {@code deliveries/}. */
    static Stream<Sample> in(String folder) {
        try (var files = Files.list(Path.of(Samples.class.getResource("/deliveries/" + folder).toURI()))) {
            return files.sorted().map(Samples::sample).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sample sample(Path file) {
        try {
            return new Sample(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
