/**
 * The benchmark: the receiver and a plain servlet that does the same by hand take deliveries in turn, each on a server
 * of its own and both on one PostgreSQL, and are measured. Nothing that was acknowledged may be missing afterwards.
 */
package org.egnytereceiver.benchmark;
