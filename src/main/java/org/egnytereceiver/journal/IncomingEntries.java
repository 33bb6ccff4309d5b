package org.egnytereceiver.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.egnytereceiver.database.Database;
import org.egnytereceiver.delivery.Element;
import org.egnytereceiver.event.EgnyteEvent;

/**
 * The events of one delivery on their way into the journal: the first of each identity, in the order of identities, and
 * the repetitions. Every node inserts in that order, so that two that hold the same events never wait for each other
 * in a circle.
 */
final class IncomingEntries {

    private final Map<UUID, Element.Readable> first = new LinkedHashMap<>();
    private final List<Repetition> repetitions = new ArrayList<>();
    private final Map<UUID, Long> numbers = new LinkedHashMap<>();
    private final List<UUID> identities;

    /** An element whose identity an earlier element of the same delivery has. */
    record Repetition(UUID identity, Element.Readable element) {
    }

    /** @param take gives so many new journal numbers */
    IncomingEntries(List<Element.Readable> elements, Function<Integer, Long[]> take) {
        for (var element : elements) {
            var identity = EntryIdentity.of(element.event().key());
            if (first.putIfAbsent(identity, element) != null) {
                repetitions.add(new Repetition(identity, element));
            }
        }
        var fresh = take.apply(first.size()).clone();
        var next = 0;
        for (var identity : first.keySet()) {
            numbers.put(identity, fresh[next++]);
        }
        identities = first.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }

    int size() {
        return identities.size();
    }

    List<Repetition> repetitions() {
        return repetitions;
    }

    List<UUID> identities() {
        return identities;
    }

    Element.Readable element(UUID identity) {
        return first.get(identity);
    }

    long number(UUID identity) {
        return numbers.get(identity);
    }

    /** @return the journal numbers in the order of the elements */
    List<Long> numbers() {
        return List.copyOf(numbers.values());
    }

    /** @return the parameter for one column, a value per event in the order of {@link #identities()} */
    <T> Object column(Function<EgnyteEvent, T> value, T[] type) {
        return identities.stream().map(identity -> value.apply(first.get(identity).event())).toList().toArray(type);
    }

    Object numberColumn() {
        return identities.stream().map(numbers::get).toArray(Long[]::new);
    }

    Object identityColumn() {
        return identities.stream().map(UUID::toString).toArray(String[]::new);
    }

    Object rawColumn(Database database) {
        return database.texts(identities.stream().map(identity -> first.get(identity).raw()).toList());
    }
}
