package org.egnytereceiver.accounts;

import java.util.regex.Pattern;

/** What an account may be called: what HTTP Basic, an address, a log line and a reader all take without harm. */
final class AccountName {

    static final String RULE =
            "a name has 1 to 100 letters, digits, blanks and characters of ._@+-, a letter or digit first";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+ -]{0,99}");

    private AccountName() {
    }

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }
}
