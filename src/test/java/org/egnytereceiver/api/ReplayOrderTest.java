package org.egnytereceiver.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOrderTest {

    @Test
    void replaysNothingUnlessToldSo() throws IOException {
        assertThat(read("{\"filter\":{}}").dryRun()).isTrue();
        assertThat(read("{\"filter\":{},\"dryRun\":true}").dryRun()).isTrue();
        assertThat(read("{\"filter\":{},\"dryRun\":false}").dryRun()).isFalse();
    }

    @Test
    void filtersAsTheListOfEventsDoes() throws IOException {
        var filter = read("""
                {"filter": {"state": "DEAD", "known": true, "path": "/Shared", "from": "2026-01-01T00:00:00Z"}}""").filter();
        assertThat(filter.state()).isEqualTo(EntryState.DEAD);
        assertThat(filter.known()).isTrue();
        assertThat(filter.path()).isEqualTo("/Shared");
        assertThat(filter.from()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(filter.domain()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "{\"filter\":[]}", "{\"filter\":null}", "{\"dryRun\":false}",
            "{\"filter\":{\"stat\":\"DEAD\"}}", "{\"filter\":{\"state\":\"dead\"}}", "{\"filter\":{\"path\":1}}",
            "{\"filter\":{\"path\":null}}", "{\"filter\":{\"domain\":\"\"}}", "{\"filter\":{\"state\":\"\"}}",
            "{\"filter\":{},\"dryrun\":false}", "{\"filter\":{},\"dryRun\":\"false\"}",
            "{\"filter\":{\"limit\":\"1\"}}"})
    void refusesWhatCouldMeanMoreThanWasMeant(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Refusal.class);
    }

    private static ReplayOrder read(String body) throws IOException {
        return ReplayOrder.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
