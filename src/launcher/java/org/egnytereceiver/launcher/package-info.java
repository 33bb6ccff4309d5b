/**
 * Runs the receiver with everything embedded on Payara Micro: {@code ./mvnw -Prun}. It knows the WAR and the resource
 * adapter as files only.
 */
package org.egnytereceiver.launcher;
