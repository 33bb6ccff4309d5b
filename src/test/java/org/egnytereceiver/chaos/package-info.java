/**
 * The fault suite: deliveries go on while nodes, database and broker are killed at random moments and come back; after
 * that, what Egnyte was told is compared with what is stored, worked and published. Processes are real ones.
 */
package org.egnytereceiver.chaos;
