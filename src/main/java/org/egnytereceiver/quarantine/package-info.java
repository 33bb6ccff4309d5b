/**
 * What was authentic but could not be taken as an event: kept byte for byte, with the reason, until a person
 * lets it go, into the journal or away. It listens to deliveries and to conflicts in the journal.
 */
package org.egnytereceiver.quarantine;
