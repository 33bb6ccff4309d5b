package org.egnytereceiver.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @CsvSource({"H2, H2", "PostgreSQL, POSTGRESQL"})
    void isKnownByItsProductName(String productName, Database database) {
        assertThat(Database.named(productName)).isEqualTo(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "MySQL", "Apache Derby", "postgresql", ""})
    void isRefusedInOneSentenceWhenItIsAnotherOne(String productName) {
        assertThatThrownBy(() -> Database.named(productName)).isInstanceOf(UnusableDatabase.class)
                .hasMessage("jdbc/EgnyteReceiver is a " + productName
                        + " database; the receiver runs on PostgreSQL 15 or later, or on H2.");
    }

    @ParameterizedTest
    @EnumSource
    void hasItsMigrationsOnTheClassPath(Database database) {
        assertThat(database.migrationLocations()).allSatisfy(location ->
                assertThat(getClass().getClassLoader().getResource(location.substring("classpath:".length()))).isNotNull());
    }
}
