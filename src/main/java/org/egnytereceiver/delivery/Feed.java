package org.egnytereceiver.delivery;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** @param digest of what its header says; all secrets are compared, whichever it is */
    boolean isProvenBy(byte[] digest) {
        var proven = false;
        for (var secret : secrets) {
            proven |= secret.isOf(digest);
        }
        return proven;
    }

    /** @return the same feed with secrets that nobody knows, so that it has as many as the others */
    Feed withSecrets(int number) {
        var padded = Stream.concat(secrets.stream(), Stream.generate(Secret::unknown)).limit(number).toList();
        return new Feed(name, products, header, padded, domains);
    }
}
