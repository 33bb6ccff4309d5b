/**
 * The moments of the receiver's life, announced on the CDI bus, and who goes first when there is too much to do. It
 * knows no capability.
 */
package org.egnytereceiver.lifecycle;
