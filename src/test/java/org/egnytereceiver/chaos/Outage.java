package org.egnytereceiver.chaos;

/**
 * A part of the estate that does not do its work for a while, and does it again without the nodes being told.
 *
 * @param kind  what it is called in the report
 * @param begin returns when the part does not work any more
 * @param end   returns when it could work again
 */
record Outage(String kind, Runnable begin, Runnable end) {
}
