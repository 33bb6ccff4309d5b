package org.egnytereceiver.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.egnytereceiver.journal.IncomingEntries.Incoming;

/**
 * A lot that begins, with all that is in it.
 *
 * @param id     its number
 * @param events in the order of their numbers
 * @param size   characters of their raw texts
 */
record NewLot(long id, List<StoredEvent> events, long size) {

    NewLot(long id, List<StoredEvent> events) {
        this(id, events, events.stream().mapToLong(event -> event.raw().length()).sum());
    }

    /** @return the lots of these events */
    static List<NewLot> of(List<Incoming> fresh) {
        return fresh.stream()
                .sorted(Comparator.comparingLong(Incoming::number))
                .collect(groupingBy(Incoming::lot, LinkedHashMap::new, mapping(Incoming::event, toList())))
                .entrySet().stream().map(lot -> new NewLot(lot.getKey(), lot.getValue())).toList();
    }
}
