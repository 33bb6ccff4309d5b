package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "true", "1", "-0.5e+3", "\"\"", " { \"a\" : [1, \"\\u0041\", null] } ",
            "{\"a\":1,\"a\":2}", "\"\uFFFD\""})
    void isValidForOneValue(String text) {
        assertThat(JsonSyntax.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "{'a':1}", "nul", "NaN", "01", "1.",
            "\"", "\"\\x\"", "\"\n\"", "{} {}", "{},", "[] x", "1 2", "null null", "<html/>", "eventId=1", "// {}"})
    void isNotValidForAnythingElse(String text) {
        assertThat(JsonSyntax.isValid(text)).isFalse();
    }
}
