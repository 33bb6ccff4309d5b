package org.egnytereceiver.event;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that happened at Egnyte, as one of its webhooks told it. A validator finds no violation in it exactly when
 * its identity is readable.
 */
@Identified
public interface EgnyteEvent {

    /** The type of an event that names none, and the family of a type that has none. */
    String UNKNOWN = "unknown";

    Product product();

    /** What makes two deliveries the same event. */
    EventKey key();

    /** @return the keys that leave open which event this is, since they stand twice or are missing */
    Set<String> ambiguities();

    /** The canonical name of what happened, as Egnyte spells it. */
    String type();

    /** The group of types it belongs to. */
    String family();

    /** @return whether its type is one of the documented ones */
    boolean known();

    /** @return whether everything its contract promises could be read */
    boolean readable();

    Optional<Instant> occurredAt();

    /** The file or folder it is about. */
    Optional<String> path();

    /** Who caused it. */
    Optional<String> user();

    /** The registration at Egnyte that asked for it. */
    Optional<String> webhookId();
}
