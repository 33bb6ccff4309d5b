/**
 * JSON for operators and scripts: what arrived, what is in the quarantine, the figures. It reads through the public
 * verbs of the capabilities and decides nothing. Its accounts have nothing to do with the secrets of feeds.
 */
package org.egnytereceiver.api;
