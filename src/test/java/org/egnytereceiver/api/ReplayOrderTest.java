package org.egnytereceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOrderTest {

    @Test
    void replaysNothingUnlessToldSo() {
        assertThat(ReplayOrder.read("{\"filter\":{}}").dryRun()).isTrue();
        assertThat(ReplayOrder.read("{\"filter\":{},\"dryRun\":true}").dryRun()).isTrue();
        assertThat(ReplayOrder.read("{\"filter\":{},\"dryRun\":false}").dryRun()).isFalse();
    }

    @Test
    void filtersAsTheListOfEventsDoes() {
        var filter = ReplayOrder.read("""
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
            "{\"filter\":{\"path\":null}}", "{\"filter\":{},\"dryrun\":false}", "{\"filter\":{},\"dryRun\":\"false\"}",
            "{\"filter\":{\"limit\":\"1\"}}"})
    void refusesWhatCouldMeanMoreThanWasMeant(String body) {
        assertThatThrownBy(() -> ReplayOrder.read(body)).isInstanceOf(Refusal.class);
    }
}
