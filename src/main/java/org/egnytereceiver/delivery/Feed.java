package org.egnytereceiver.delivery;

import java.util.List;
import java.util.Set;
import org.egnytereceiver.event.Product;

/**
 * One registration at Egnyte.
 *
 * @param name     lower-case letters and digits
 * @param products the entrances it may use
 * @param header   name of the header that proves the caller
 * @param secrets  accepted values of that header, several during a rotation
 * @param domains  the Egnyte domains it may speak for; empty: any
 */
record Feed(String name, Set<Product> products, String header, List<Secret> secrets, Set<String> domains) {

    boolean maySpeakFor(String domain) {
        return domains.isEmpty() || domain == null || domains.contains(domain);
    }

    boolean isProvenBy(String value) {
        var proven = false;
        for (var secret : secrets) {
            proven |= secret.equalsInConstantTime(value);
        }
        return proven;
    }
}
