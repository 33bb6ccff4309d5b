package org.egnytereceiver.delivery;

/**
 * What one element may hold before it is quarantined instead of read.
 *
 * @param depth        nested objects and arrays, the element itself being the first
 * @param numberLength characters of a number
 * @param stringLength characters of a string as written, between its quotes
 */
record ElementLimits(int depth, int numberLength, int stringLength) {
}
