/**
 * The Egnyte Webhook Receiver: takes Egnyte's webhooks into an application estate and never loses one.
 *
 * <p>A delivery travels through the packages in this order: {@code delivery} recognises the caller and cuts the body,
 * {@code reading} binds each element to the vocabulary in {@code event}, {@code journal} and {@code quarantine} store
 * what came, {@code work} hands it to its handlers in the background, {@code publication} puts it on the topic, and
 * {@code api} shows it. Arrows point towards {@code event}.
 */
package org.egnytereceiver;
