/**
 * The memory: one entry per event, however often it was delivered, and how far the work on it has come. It listens to
 * deliveries and announces what is new; it does not know who works on it or who looks at it.
 */
package org.egnytereceiver.journal;
