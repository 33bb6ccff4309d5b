package org.egnytereceiver.work;

import java.util.List;
import org.egnytereceiver.journal.StoredEvent;

/**
 * Announced with the qualifier {@link Work} when the handlers of these events succeeded, just before that is committed.
 * An observer that throws undoes it, and all of them are worked again later; no attempt is counted, since it was none of
 * the events' fault.
 */
public record EventsWorked(List<StoredEvent> events) {
}
