/**
 * Binds the text of one element to the vocabulary, with the one JSON-B instance and the one validator of the
 * application. It knows the vocabulary and nothing of deliveries, databases or work.
 */
package org.egnytereceiver.reading;
