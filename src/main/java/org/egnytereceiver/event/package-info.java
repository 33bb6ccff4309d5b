/**
 * The vocabulary: what Egnyte tells us, as immutable values, and how the JSON it sends is read. It knows nothing of
 * HTTP, storage or messaging, and no content of an event makes the reading of that event fail.
 *
 * <p>What Egnyte left out, or sent in another shape than documented, is {@code null} in a record; the queries of
 * {@link org.egnytereceiver.event.EgnyteEvent} answer with an empty {@code Optional} instead.
 */
package org.egnytereceiver.event;
