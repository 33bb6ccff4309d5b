/**
 * Puts every event, once its handlers succeeded, on a topic for the other applications of the estate. It hears of
 * events from {@code work} and knows nothing of where they came from.
 */
package org.egnytereceiver.publication;
