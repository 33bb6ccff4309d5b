package org.egnytereceiver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit trail promises, whatever stores it. */
abstract class AuditContract {

    static final Actor OLGA = new Actor("olga", "192.0.2.7");

    RealDatabase database;
    MovableClock clock;

    @BeforeEach
    void begin(RealDatabase database) {
        this.database = database;
        clock = new MovableClock(Instant.parse("2026-02-03T04:05:06.789Z"));
    }

    @Test
    void aRowSaysWhoDidWhatWhenAndFromWhere() {
        note(OLGA, Action.EVENT_REPLAYED, "17", "as asked");
        assertThat(latest(null, 10)).singleElement().satisfies(row -> {
            assertThat(row.at()).isEqualTo(clock.instant());
            assertThat(row.account()).isEqualTo("olga");
            assertThat(row.address()).isEqualTo("192.0.2.7");
            assertThat(row.action()).isEqualTo("event-replayed");
            assertThat(row.subject()).isEqualTo("17");
            assertThat(row.detail()).isEqualTo("as asked");
        });
    }

    @Test
    void aRowIsThereOnlyIfTheDeedIs() {
        assertThatThrownBy(() -> database.doInTransaction(() -> {
            trail().note(OLGA, Action.ACCOUNT_REMOVED, "victor", null);
            throw new IllegalStateException("the deed failed");
        })).hasMessage("the deed failed");
        assertThat(latest(null, 10)).isEmpty();
    }

    @Test
    void nothingThatIsNotedBreaksTheDatabaseOrALine() {
        var hostile = "a\u0000b\r\n\uD800\u202E<script>' or 1=1 --" + "x".repeat(10_000) + "😀";
        note(new Actor(hostile, hostile), Action.LOGIN_FAILED, hostile, hostile);
        assertThat(latest(null, 10)).singleElement().satisfies(row -> {
            assertThat(row.detail()).hasSize(2000).startsWith("a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD<script>' or 1=1 --x")
                    .endsWith("…");
            assertThat(row.account()).hasSize(200);
            assertThat(row.address()).hasSize(64);
        });
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileSomethingIsDone() {
        IntStream.range(0, 7).forEach(i -> note(OLGA, Action.EVENT_REPLAYED, String.valueOf(i), null));
        var seen = new ArrayList<String>();
        Long before = null;
        for (var page = latest(before, 3); !page.isEmpty(); page = latest(before, 3)) {
            page.forEach(row -> seen.add(row.subject()));
            before = page.get(page.size() - 1).id();
            note(OLGA, Action.EVENT_REPLAYED, "later", null);
        }
        assertThat(seen).containsExactly("6", "5", "4", "3", "2", "1", "0");
    }

    @Test
    void whatIsOlderThanTheRetentionIsRemovedAndNothingElse() {
        note(OLGA, Action.EVENT_REPLAYED, "old", null);
        clock.move(Duration.ofDays(10));
        note(OLGA, Action.EVENT_REPLAYED, "young", null);
        clock.move(Duration.ofDays(21));
        assertThat(database.inTransaction(trail()::removeExpired)).isFalse();
        assertThat(latest(null, 10)).extracting(AuditRow::subject).containsExactly("young");
    }

    private void note(Actor actor, Action action, String subject, String detail) {
        database.doInTransaction(() -> trail().note(actor, action, subject, detail));
    }

    private List<AuditRow> latest(Long before, int limit) {
        return database.inTransaction(() -> trail().latest(before, limit));
    }

    private AuditTrail trail() {
        return AuditTrails.wired(database, clock, Map.of("egnyte.audit.retention", "P30D"));
    }

    /** The start of all stories. */
    static MovableClock clockAtTheBeginning() {
        return new MovableClock(Instant.parse("2026-02-03T04:05:06.789Z"));
    }
}
