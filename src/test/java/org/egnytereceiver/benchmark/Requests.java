package org.egnytereceiver.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.support.Fixtures;

/**
 * Deliveries as the bytes that go through the socket, made beforehand: between two of them only the event ids change,
 * so that the sender takes as little as possible from the processors it shares with what is measured. For one thread.
 */
final class Requests {

    private static final String ID = "@".repeat(EventId.LENGTH);

    /** One event of each type of Egnyte Connect, all on one line. */
    private static final List<String> SAMPLES = Stream.of(ConnectEventType.values())
            .map(Fixtures::connect)
            .map(sample -> Fixtures.with(sample, "eventId", '"' + ID + '"'))
            .toList();

    private final Shape shape;
    private final long seed;
    private final List<Template> templates;

    Requests(URI entrance, String secret, Shape shape, Content content, long seed) {
        this.shape = shape;
        this.seed = seed;
        this.templates = IntStream.range(0, shape.events() < SAMPLES.size() ? SAMPLES.size() : 1)
                .mapToObj(first -> Template.of(entrance, secret, elements(shape, content, first)))
                .toList();
    }

    /** @return average length of an event, as sent */
    static long averageLength() {
        return Math.round(SAMPLES.stream().mapToInt(String::length).average().orElseThrow());
    }

    /** The body with these events and nothing around it. */
    static byte[] body(Shape shape) {
        return elements(shape, Content.NEW, 0).getBytes(ISO_8859_1);
    }

    /** @return the delivery of that number, the same bytes each time; valid until the next one is asked for */
    byte[] delivery(int series, long number) {
        var template = templates.get((int) (number % templates.size()));
        for (var i = 0; i < template.ids.length; i++) {
            EventId.write(template.request, template.ids[i], seed, series, number * shape.events() + i);
        }
        return template.request;
    }

    private static String elements(Shape shape, Content content, int first) {
        return IntStream.range(0, shape.events())
                .mapToObj(i -> content == Content.POISONED && i == shape.events() / 2
                        ? Fixtures.without(SAMPLES.get(0), "eventId")
                        : SAMPLES.get((first + i) % SAMPLES.size()))
                .collect(joining(",", "[", "]"));
    }

    private record Template(byte[] request, int[] ids) {

        static Template of(URI entrance, String secret, String body) {
            var text = "POST " + entrance.getPath() + " HTTP/1.1\r\nHost: " + entrance.getAuthority()
                    + "\r\nAuthorization: " + secret + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            return new Template(text.getBytes(ISO_8859_1), positions(text));
        }

        private static int[] positions(String text) {
            var positions = new ArrayList<Integer>();
            for (var at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + ID.length())) {
                positions.add(at);
            }
            return positions.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
