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

/**
 * The events of some deliveries on their way into the journal: the first of each identity, in the order of identities,
 * and the repetitions. Every node inserts in that order, so that two that hold the same events never wait for each
 * other in a circle.
 */
final class IncomingEntries {

    /** More in one lot would be too much to hold in memory for each worker. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Map<UUID, Incoming> first = new LinkedHashMap<>();
    private final List<Incoming> repetitions = new ArrayList<>();
    private final List<Incoming> inOrder;
    private long lot;
    private int lotEvents = Lot.MOST_EVENTS;
    private long lotCharacters;

    /** An event as it is stored if it is new, the lot it comes to be in then, and the delivery it came in. */
    record Incoming(UUID identity, long lot, StoredEvent event, DeliveryReceived received) {

        /** @return what the journal holds of it when it is new */
        StoredContent content() {
            return new StoredContent(number(), identity, event.raw());
        }

        long number() {
            return event.id();
        }
    }

    /** @param sequence gives the lower part of the next journal number */
    IncomingEntries(List<DeliveryReceived> deliveries, LongSupplier sequence) {
        for (var received : deliveries) {
            var receivedAt = received.delivery().receivedAt().toEpochMilli();
            for (var element : received.delivery().events()) {
                var identity = EntryIdentity.of(element.event().key());
                var event = StoredEvent.of(EntryNumber.of(receivedAt, sequence.getAsLong()), received.delivery(), element);
                if (!first.containsKey(identity)) {
                    addToLot(event.id(), event.raw().length());
                }
                var incoming = new Incoming(identity, lot, event, received);
                if (first.putIfAbsent(identity, incoming) != null) {
                    repetitions.add(incoming);
                }
            }
        }
        inOrder = first.values().stream().sorted(Comparator.comparing(Incoming::identity)).toList();
    }

    /** A lot is named after the first event that may be in it. */
    private void addToLot(long number, int characters) {
        if (lotEvents == Lot.MOST_EVENTS || lotCharacters + characters > MOST_CHARACTERS) {
            lot = number;
            lotEvents = 0;
            lotCharacters = 0;
        }
        lotEvents++;
        lotCharacters += characters;
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

    Long[] lotColumn() {
        return column(Incoming::lot, Long[]::new);
    }

    Long[] numberColumn() {
        return column(Incoming::number, Long[]::new);
    }

    String[] identityColumn() {
        return column(incoming -> incoming.identity().toString(), String[]::new);
    }

    Object rawColumn(Database database) {
        return database.texts(Arrays.asList(column(incoming -> incoming.event().raw(), String[]::new)));
    }
}
