package org.egnytereceiver.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.egnytereceiver.database.Database;
import org.egnytereceiver.delivery.DeliveryReceived;
import org.egnytereceiver.delivery.Element;

/**
 * The events of some deliveries on their way into the journal: the first of each identity, in the order of identities,
 * and the repetitions. Every node inserts in that order, so that two that hold the same events never wait for each
 * other in a circle.
 */
final class IncomingEntries {

    private final Map<UUID, Incoming> first = new LinkedHashMap<>();
    private final List<Incoming> repetitions = new ArrayList<>();
    private final Map<UUID, Long> numbers = new HashMap<>();
    private final List<Incoming> inOrder;

    /** An event and the delivery it came in. */
    record Incoming(UUID identity, DeliveryReceived received, Element.Readable element) {
    }

    /** @param take gives so many new journal numbers */
    IncomingEntries(List<DeliveryReceived> deliveries, Function<Integer, Long[]> take) {
        for (var received : deliveries) {
            for (var element : received.delivery().events()) {
                var incoming = new Incoming(EntryIdentity.of(element.event().key()), received, element);
                if (first.putIfAbsent(incoming.identity(), incoming) != null) {
                    repetitions.add(incoming);
                }
            }
        }
        var fresh = take.apply(first.size());
        var next = 0;
        for (var identity : first.keySet()) {
            numbers.put(identity, fresh[next++]);
        }
        inOrder = first.values().stream().sorted(Comparator.comparing(Incoming::identity)).toList();
    }

    int size() {
        return inOrder.size();
    }

    /** @return the first of each identity, as they were received */
    Iterable<Incoming> firsts() {
        return first.values();
    }

    List<Incoming> repetitions() {
        return repetitions;
    }

    long number(UUID identity) {
        return numbers.get(identity);
    }

    /** @return the parameter for one column, with a value for each of {@link #firsts()} in the order of identities */
    <T> Object column(Function<Incoming, T> value, T[] type) {
        return inOrder.stream().map(value).toList().toArray(type);
    }

    Object numberColumn() {
        return column(incoming -> number(incoming.identity()), new Long[0]);
    }

    Object identityColumn() {
        return column(incoming -> incoming.identity().toString(), new String[0]);
    }

    Object rawColumn(Database database) {
        return database.texts(inOrder.stream().map(incoming -> incoming.element().raw()).toList());
    }
}
