/**
 * The events of Egnyte Connect: the 34 types of the Egnyte Connect webhooks receiver specification 1.0.0, one record
 * each. What the specification leaves open is taken from the schema of Egnyte's Power Platform connector and from
 * Egnyte's Go SDK, or inferred, and then said so.
 */
package org.egnytereceiver.event.connect;
