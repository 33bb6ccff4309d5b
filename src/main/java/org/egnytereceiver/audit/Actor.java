package org.egnytereceiver.audit;

/**
 * Who does something.
 *
 * @param account name of the account, or null when nobody proved to have one
 * @param address where the request came from, as the server sees it
 */
public record Actor(String account, String address) {
}
