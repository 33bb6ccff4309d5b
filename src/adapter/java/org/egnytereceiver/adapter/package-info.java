/**
 * The way to the broker: a thin resource adapter over ActiveMQ Artemis, packaged as {@code egnyte-ra.rar} beside the WAR.
 * It knows nothing of events, feeds or the receiver.
 */
package org.egnytereceiver.adapter;
