/**
 * The entrance: recognises the caller, cuts the body into elements, has each read, announces the delivery on the CDI
 * bus inside one transaction, and answers after the commit. It does not know who listens.
 */
package org.egnytereceiver.delivery;
