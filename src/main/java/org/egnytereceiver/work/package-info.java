/**
 * The asynchronous half: offers new events on a queue, takes them from there, hands each to its handlers in one
 * transaction with the change of its state, tries again what failed, and finds again what was forgotten. It knows the
 * journal, and no handler.
 */
package org.egnytereceiver.work;
