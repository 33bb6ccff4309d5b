/**
 * The servers of an estate: each in an unpacked distribution below {@code target/servers}, started by its own script,
 * configured by the scripts of {@code server-config}, and given the WAR by the command that its page shows.
 *
 * <p>A further one is a subclass of {@link org.egnytereceiver.server.ApplicationServer} and a line in
 * {@link org.egnytereceiver.server.Make}, a container in {@code arquillian.xml}, and a profile in {@code pom.xml}.
 */
package org.egnytereceiver.server;
