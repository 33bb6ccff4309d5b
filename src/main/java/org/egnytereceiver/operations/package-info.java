/** Keeps the receiver running: start and stop, the clock. Nobody depends on it. */
package org.egnytereceiver.operations;
