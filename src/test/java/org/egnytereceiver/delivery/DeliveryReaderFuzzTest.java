package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.egnytereceiver.event.Meaning;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.reading.Readers;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes become a delivery that accounts for all of them. Without more, it runs on the samples of the other tests and on
 * what was found until now; {@code ./mvnw test -Pfuzz} looks for more.
 */
class DeliveryReaderFuzzTest {

    private static final StandaloneReader READER = new StandaloneReader();

    static Stream<byte[]> samples() {
        return Stream.of("contract", "deliveries").flatMap(DeliveryReaderFuzzTest::filesBelow)
                .flatMap(sample -> Stream.of(sample, ("[" + sample + "," + sample + "]")))
                .map(sample -> sample.getBytes(UTF_8));
    }

    @MethodSource("samples")
    @FuzzTest
    void anyBytesAreAccountedFor(byte[] body) {
        for (var product : Product.values()) {
            var delivery = READER.read(product, body);
            WhatWasSent.isAccountedForBy(delivery, body);
            delivery.events().forEach(DeliveryReaderFuzzTest::isUsable);
            assertThat(delivery.events().stream().mapToInt(DeliveryReaderFuzzTest::values).sum())
                    .isLessThanOrEqualTo(Body.values(body, 0, body.length));
        }
    }

    /** Nothing that the journal and the worker ask of an event fails for what it holds. */
    private static void isUsable(Element.Readable element) {
        var event = element.event();
        assertThat(event.key().eventId()).isNotEmpty().hasSizeLessThanOrEqualTo(1000).doesNotContain("\0");
        assertThat(event.type()).isNotNull();
        assertThat(event.family()).isNotNull();
        assertThat(Stream.of(event.path(), event.user(), event.webhookId(), event.occurredAt())).doesNotContainNull();
        assertThat(element.toString()).doesNotContain("Readable@");
        assertThat(Readers.real().read(event.product(), element.raw())).isEqualTo(event);
        assertThat(Meaning.digest(element.raw(), Set.of("webhookId"))).hasSize(64);
    }

    private static int values(Element.Readable element) {
        var raw = element.raw().getBytes(UTF_8);
        return Body.values(raw, 0, raw.length);
    }

    private static Stream<String> filesBelow(String folder) {
        try (var files = Files.walk(Path.of(DeliveryReaderFuzzTest.class.getResource("/" + folder).toURI()))) {
            return files.filter(Files::isRegularFile).sorted().map(DeliveryReaderFuzzTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
