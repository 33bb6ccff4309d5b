package org.egnytereceiver.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.egnytereceiver.event.EgnyteEvent;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.StoredEvent;
import org.egnytereceiver.reading.EventReader;

/** Calls the handlers of an event. What nobody observes is not even read: that is most of the work where nobody does. */
@ApplicationScoped
class Handlers {

    @Inject
    EventReader reader;

    @Inject
    BeanManager beans;

    @Inject
    @Work
    Event<EgnyteEvent> bus;

    private final Map<Kind, Boolean> observed = new ConcurrentHashMap<>();

    void handle(StoredEvent stored) {
        var kind = new Kind(stored.product(), stored.type());
        if (!isOfOneClass(stored) || observed.getOrDefault(kind, true)) {
            var event = reader.read(stored.product(), stored.raw());
            bus.fire(event);
            remember(stored, kind, event);
        }
    }

    /** Events of a documented type that could be read in full are all of the same class; others are of any. */
    private static boolean isOfOneClass(StoredEvent stored) {
        return stored.known() && stored.readable();
    }

    private void remember(StoredEvent stored, Kind kind, EgnyteEvent event) {
        if (isOfOneClass(stored) && !observed.containsKey(kind)) {
            observed.put(kind, !beans.resolveObserverMethods(event, Work.Literal.INSTANCE).isEmpty());
        }
    }

    private record Kind(Product product, String type) {
    }
}
