package org.egnytereceiver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void namesTheKindsFromTheOutsideIn() {
        var failure = new IllegalStateException("outer", new UncheckedIOException("middle", new IOException("inner")));
        assertThat(Causes.named(failure)).isEqualTo("IllegalStateException < UncheckedIOException < IOException");
    }

    @Test
    void addsTheSqlState() {
        assertThat(Causes.named(new RuntimeException(new SQLException("payload", "53100"))))
                .isEqualTo("RuntimeException < SQLException[53100]");
    }

    @Test
    void repeatsNoMessage() {
        assertThat(Causes.named(new RuntimeException("payload", new SQLException("payload")))).doesNotContain("payload");
    }

    @Test
    void endsEvenWhereAChainDoesNot() {
        var first = new IllegalStateException("first");
        var second = new IllegalArgumentException("second", first);
        first.initCause(second);
        assertThat(Causes.named(first)).isEqualTo("IllegalStateException < IllegalArgumentException");
    }
}
