/** The shipped receiver, seen from outside, on every database it runs on. */
package org.egnytereceiver.system;
