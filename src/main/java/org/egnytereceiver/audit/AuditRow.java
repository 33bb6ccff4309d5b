package org.egnytereceiver.audit;

import java.time.Instant;

/**
 * One deed.
 *
 * @param account who, or null when nobody proved to be somebody
 * @param action  the code of an {@link Action}
 * @param subject what it was done to: the number of an event or entry, the name of an account; or null
 * @param detail  what else there is to know, or null
 * @param address from where
 */
public record AuditRow(long id, Instant at, String account, String action, String subject, String detail,
        String address) {
}
