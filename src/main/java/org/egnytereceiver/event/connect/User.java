package org.egnytereceiver.event.connect;

import org.egnytereceiver.event.Fields;

/**
 * Who caused an event. Named and typed in Egnyte's Go SDK; it is not documented which fields are always present, and an
 * outsider who used an upload link has hardly any.
 *
 * @param clientIdHash  by its name a hash of the API client that acted; not documented
 * @param impersonatedBy  by its name the administrator who acted as this user; not documented
 */
public record User(
        Long id, String displayName, String username, String email, String clientIdHash, String impersonatedBy) {

    static User from(Fields user) {
        return new User(
                user.integer("id"),
                user.text("displayName"),
                user.text("username"),
                user.text("email"),
                user.text("clientIdHash"),
                user.text("impersonatedBy"));
    }
}
