/** Keeps the receiver running: start and stop, the clock, what every answer tells a browser. Nobody depends on it. */
package org.egnytereceiver.operations;
