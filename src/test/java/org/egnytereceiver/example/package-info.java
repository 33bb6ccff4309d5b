/** What the README shows. */
package org.egnytereceiver.example;
