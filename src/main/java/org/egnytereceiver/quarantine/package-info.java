/**
 * What was authentic but could not be taken as an event: kept byte for byte, with the reason, until a person has seen
 * it. It listens to deliveries and to conflicts in the journal.
 */
package org.egnytereceiver.quarantine;
