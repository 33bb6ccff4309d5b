package org.egnytereceiver.chaos;

import java.util.List;
import java.util.stream.Stream;
import org.egnytereceiver.event.connect.ConnectEventType;
import org.egnytereceiver.support.Fixtures;

/** An event as the suite sends it: its text follows from its id, so that what is stored can be compared with it. */
final class SentEvent {

    static final String DOMAIN = "acme";

    private static final String ID = "@@id@@";
    private static final List<String> SAMPLES = Stream.of(ConnectEventType.values())
            .map(Fixtures::connect)
            .map(sample -> Fixtures.with(sample, "eventId", '"' + ID + '"'))
            .map(sample -> Fixtures.with(sample, "domain", '"' + DOMAIN + '"'))
            .toList();

    private SentEvent() {
    }

    static String text(String id) {
        return SAMPLES.get(Math.floorMod(id.hashCode(), SAMPLES.size())).replace(ID, id);
    }

    /** The property {@code eventKey} of its message. */
    static String key(String id) {
        return "connect:" + DOMAIN + ":" + id;
    }
}
