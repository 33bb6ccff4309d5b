package org.egnytereceiver.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /** Derived with Python's {@code hashlib.pbkdf2_hmac}, from the password größe. */
    private static final String OF_SOMEBODY_ELSE =
            "pbkdf2-sha512$1000$c2l4dGVlbiBieXRlIHNsdA$Z3AG4ylBLLjNQyk9Cc+rkl19A8yFD7cGQt+3wlvMdUk";

    @ParameterizedTest
    @ValueSource(strings = {"top-secret", "größe 😀", " blanks stay "})
    void matchesThePasswordItWasMadeOfAndNoOther(String password) {
        var hash = PasswordHash.of(password);
        assertThat(PasswordHash.matches(hash, password)).isTrue();
        assertThat(PasswordHash.matches(hash, password + " ")).isFalse();
        assertThat(PasswordHash.matches(hash, "")).isFalse();
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(PasswordHash.of("top-secret")).isNotEqualTo(PasswordHash.of("top-secret"));
    }

    @Test
    void isWhatTheStandardSays() {
        assertThat(PasswordHash.matches(OF_SOMEBODY_ELSE, "größe")).isTrue();
    }

    @Test
    void isNotGuessedWhenItIsOfAnotherKind() {
        assertThatThrownBy(() -> PasswordHash.matches("argon2id$1$a$b", "top-secret"))
                .isInstanceOf(IllegalStateException.class);
    }
}
