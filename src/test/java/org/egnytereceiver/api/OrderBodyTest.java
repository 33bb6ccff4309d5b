package org.egnytereceiver.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderBodyTest {

    @Test
    void readsAnObject() throws IOException {
        assertThat(read("{\"name\":\"ölga\",\"filter\":{\"name\":\"x\"}}").getString("name")).isEqualTo("ölga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "7", "\"{}\"", "{", "{'a':1}"})
    void refusesWhatIsNoObject(String body) {
        assertRefused(body, ProblemType.BAD_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\":\"a\",\"role\":\"b\"}", "{\"dryRun\":true,\"filter\":{},\"dryRun\":false}",
            "{\"filter\":{\"path\":\"/a\",\"path\":\"/\"}}", "{\"a\":\"1\",\"\\u0061\":\"1\"}"})
    void refusesAFieldThatIsThereTwice(String body) {
        assertRefused(body, ProblemType.BAD_PARAMETER);
    }

    @Test
    void refusesWhatIsNestedTooDeepToBeRead() {
        assertRefused("{\"a\":".repeat(1_200) + "0" + "}".repeat(1_200), ProblemType.BAD_PARAMETER);
        assertRefused("{\"a\":" + "[".repeat(60_000), ProblemType.BAD_PARAMETER);
    }

    @Test
    void refusesWhatIsLargerThanAnyOrder() throws IOException {
        var largest = "{\"a\":\"" + "x".repeat(OrderBody.LARGEST - 8) + "\"}";
        assertThat(read(largest).getString("a")).hasSize(OrderBody.LARGEST - 8);
        assertRefused(largest + " ", ProblemType.TOO_LARGE);
    }

    private static JsonObject read(String body) throws IOException {
        return OrderBody.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static void assertRefused(String body, ProblemType type) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Refusal.class).hasMessage(Refusal.of(type).getMessage());
    }
}
