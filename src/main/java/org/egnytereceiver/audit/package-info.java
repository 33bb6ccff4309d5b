/**
 * Who did what, when and from where: one row in the same transaction as the deed, kept for a time of its own. It does
 * not know who does something.
 */
package org.egnytereceiver.audit;
