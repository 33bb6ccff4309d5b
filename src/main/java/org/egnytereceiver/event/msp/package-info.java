/**
 * The events of Egnyte's MSP programme: the 20 types its webhooks can be registered for, one record each. The Egnyte
 * MSP webhooks receiver specification 1.0.0 describes one of them; what the others carry is not documented.
 */
package org.egnytereceiver.event.msp;
