package org.egnytereceiver.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @ParameterizedTest
    @CsvSource({
            "operator:secret, operator, secret",
            "operator:a:b:,   operator, a:b:",
            "operator:,       operator, ''",
            ":secret,         '',       secret",
            "jörg:größe漢😀,   jörg,     größe漢😀"})
    void readNameAndPassword(String text, String name, String password) {
        var encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        assertThat(BasicCredentials.in("Basic " + encoded)).contains(new BasicCredentials(name, password));
        assertThat(BasicCredentials.in("bASIC   " + encoded + " ")).contains(new BasicCredentials(name, password));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic b3BlcmF0b3I=", "Bearer b3A6cHc=", "b3A6cHc=",
            "Basicb3A6cHc="})
    void areNotThereInAnythingElse(String header) {
        assertThat(BasicCredentials.in(header)).isEmpty();
    }

    @Test
    void showNothing() {
        assertThat(new BasicCredentials("operator", "secret").toString()).doesNotContain("operator", "secret");
    }
}
