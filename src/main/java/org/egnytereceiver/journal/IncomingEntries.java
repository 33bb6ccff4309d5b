package org.egnytereceiver.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
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
    private final List<Incoming> inOrder;

    /** An event, the number it gets if it is new, and the delivery it came in. */
    record Incoming(UUID identity, long number, DeliveryReceived received, Element.Readable element) {

        /** @return what the journal holds of it when it is new */
        StoredContent content() {
            return new StoredContent(number, identity, element.raw());
        }
    }

    /** @param sequence gives the lower part of the next journal number */
    IncomingEntries(List<DeliveryReceived> deliveries, LongSupplier sequence) {
        for (var received : deliveries) {
            var receivedAt = received.delivery().receivedAt().toEpochMilli();
            for (var element : received.delivery().events()) {
                var incoming = new Incoming(EntryIdentity.of(element.event().key()),
                        EntryNumber.of(receivedAt, sequence.getAsLong()), received, element);
                if (first.putIfAbsent(incoming.identity(), incoming) != null) {
                    repetitions.add(incoming);
                }
            }
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

    /** @return the same in the order of identities */
    List<Incoming> inOrder() {
        return inOrder;
    }

    List<Incoming> repetitions() {
        return repetitions;
    }

    Incoming first(UUID identity) {
        return first.get(identity);
    }

    /** @return the parameter for one column, with a value for each of {@link #firsts()} in the order of identities */
    <T> T[] column(Function<Incoming, T> value, IntFunction<T[]> array) {
        var column = array.apply(inOrder.size());
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(inOrder.get(i));
        }
        return column;
    }

    Long[] numberColumn() {
        return column(Incoming::number, Long[]::new);
    }

    String[] identityColumn() {
        return column(incoming -> incoming.identity().toString(), String[]::new);
    }

    Object rawColumn(Database database) {
        return database.texts(Arrays.asList(column(incoming -> incoming.element().raw(), String[]::new)));
    }
}
