package org.egnytereceiver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53100", "53300", "57P01", "57P03", "58030", "25P03", "25P04", "25006", "90098"})
    void aDatabaseThatCannotServeIsAnOutage(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("gone", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23502", "22001", "42601", "40001", "40P01", "57014"})
    void aStatementThatIsRefusedIsNone(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("no", state)))).isFalse();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsAnOutage() {
        assertThat(Outage.isBehind(new SQLException("no connection", new ResourceAllocationException("none free")))).isTrue();
        assertThat(Outage.isBehind(new SQLTransientConnectionException("none free"))).isTrue();
    }

    @Test
    void whatHandlersThrowIsNone() {
        assertThat(Outage.isBehind(new IllegalStateException("mine"))).isFalse();
        assertThat(Outage.isBehind(new SQLException("without a state"))).isFalse();
    }
}
