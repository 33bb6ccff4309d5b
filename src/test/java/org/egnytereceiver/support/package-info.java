/** What the tests of several capabilities share. */
package org.egnytereceiver.support;
