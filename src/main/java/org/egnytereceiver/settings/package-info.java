/** Reads MicroProfile Config values into types, and turns a wrong one into a sentence that names its key. */
package org.egnytereceiver.settings;
