package org.egnytereceiver.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.egnytereceiver.journal.WiredJournal.fileAdded;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.delivery.Deliveries;
import org.egnytereceiver.delivery.Element.Unreadable;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.delivery.Rereadings;
import org.egnytereceiver.journal.ConflictFound;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.journal.WiredJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What letting something out of the quarantine promises, whatever stores it. */
abstract class ReleaseContract {

    static final Map<String, String> DEFAULT_FEED = Map.of("egnyte.delivery.secrets", "s");
    static final String EVENT = fileAdded("1", "/Shared/a");

    RealDatabase database;
    WiredJournal journal;

    @BeforeEach
    void begin(RealDatabase database) {
        this.database = database;
        journal = new WiredJournal(database);
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "LIMIT", "ENCODING", "DOMAIN"})
    void anElementThatCanBeReadByNowBecomesAnEventThatWaitsForWork(Reason reason) {
        assertThat(release(quarantined(reason, EVENT))).contains(ReleaseOutcome.STORED);
        assertThat(journal.states()).containsExactly(Map.entry(EVENT, EntryState.WAITING));
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_JSON", "WRONG_KIND", "TOO_MANY"})
    void aWholeBodyIsTakenLikeADelivery(Reason reason) {
        var second = fileAdded("2", "/Shared/b");
        assertThat(release(quarantined(reason, "[" + EVENT + "," + second + ",7]"))).contains(ReleaseOutcome.STORED);
        assertThat(journal.states()).containsOnlyKeys(EVENT, second);
        assertThat(left()).containsExactly("identity 7");
    }

    @Test
    void whatIsInTheJournalAlreadyIsADuplicate() {
        journal.receive(EVENT);
        assertThat(release(quarantined(Reason.LIMIT, EVENT))).contains(ReleaseOutcome.DUPLICATE);
        assertThat(journal.states()).containsOnlyKeys(EVENT);
        assertThat(left()).isEmpty();
    }

    @Test
    void whatContradictsTheJournalIsADuplicateAndStaysAsAConflict() {
        var other = fileAdded("1", "/Shared/elsewhere");
        journal.receive(EVENT);
        assertThat(release(quarantined(Reason.LIMIT, other))).contains(ReleaseOutcome.DUPLICATE);
        assertThat(journal.states()).containsOnlyKeys(EVENT);
        assertThat(left()).containsExactly("conflict " + other);
    }

    @Test
    void aConflictIsNotReleased() {
        assertThat(release(quarantined(Reason.CONFLICT, EVENT))).contains(ReleaseOutcome.CONFLICT);
        assertThat(journal.states()).isEmpty();
        assertThat(left()).containsExactly("conflict " + EVENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT"}, mode = EnumSource.Mode.EXCLUDE)
    void whatStillCannotBeReadStaysAsItIs(Reason reason) {
        assertThat(release(quarantined(reason, "{\"domain\":"))).contains(ReleaseOutcome.QUARANTINED);
        assertThat(left()).containsExactly(reason.code() + " {\"domain\":");
    }

    @Test
    void aFeedThatIsConfiguredNoMoreSpeaksForNobody() {
        var id = quarantined(Reason.DOMAIN, EVENT);
        assertThat(release(id, Map.of("egnyte.feeds.other.product", "connect", "egnyte.feeds.other.secrets", "s")))
                .contains(ReleaseOutcome.QUARANTINED);
        assertThat(left()).hasSize(1);
    }

    @Test
    void whatWasReleasedIsCountedApartFromTheEntrance() {
        release(quarantined(Reason.LIMIT, EVENT));
        assertThat(journal.figures().released()).isEqualTo(1);
        assertThat(journal.figures().received()).isZero();
        assertThat(journal.figures().stored()).isZero();
        assertThat(journal.figures().waiting()).isEqualTo(1);
        assertThat(journal.figures().processed()).isZero();
    }

    @Test
    void aReleaseThatIsCutOffHasNeitherLostNorDoubledIt() {
        var id = quarantined(Reason.LIMIT, EVENT);
        assertThatThrownBy(() -> database.doInTransaction(() -> {
            wired(DEFAULT_FEED).release(id);
            throw new IllegalStateException("cut off before the commit");
        })).hasMessage("cut off before the commit");
        assertThat(journal.states()).isEmpty();
        assertThat(left()).containsExactly("limit " + EVENT);
        assertThat(release(id)).contains(ReleaseOutcome.STORED);
    }

    @Test
    void ofTwoThatReleaseItAtTheSameMomentOneFindsItGone() {
        var id = quarantined(Reason.LIMIT, EVENT);
        var release = wired(DEFAULT_FEED);
        var outcomes = Stream.generate(() -> CompletableFuture.supplyAsync(
                () -> database.inTransaction(() -> release.release(id)))).limit(2).toList().stream()
                .map(CompletableFuture::join).toList();
        assertThat(outcomes).containsExactlyInAnyOrder(Optional.of(ReleaseOutcome.STORED), Optional.empty());
        assertThat(journal.states()).hasSize(1);
    }

    @Test
    void whatIsDiscardedIsGone() {
        var conflict = quarantined(Reason.CONFLICT, EVENT);
        var other = quarantined(Reason.NOT_JSON, "hello");
        assertThat(discard(conflict)).isTrue();
        assertThat(discard(conflict)).isFalse();
        assertThat(left()).containsExactly("not-json hello");
        assertThat(release(conflict)).isEmpty();
        assertThat(discard(other)).isTrue();
        assertThat(journal.states()).isEmpty();
    }

    /** @return the number of the only new entry */
    private long quarantined(Reason reason, String raw) {
        return database.inTransaction(() -> {
            var before = rows().stream().map(QuarantineRow::id).toList();
            Deliveries.announce(Deliveries.unreadable(Instant.now(), new Unreadable(raw.getBytes(UTF_8), reason)),
                    quarantine()::keep);
            return rows().stream().map(QuarantineRow::id).filter(id -> !before.contains(id)).findFirst().orElseThrow();
        });
    }

    private List<String> left() {
        return database.inTransaction(() -> rows().stream()
                .map(row -> row.reason() + " " + new String(row.raw(), UTF_8)).toList());
    }

    private List<QuarantineRow> rows() {
        return quarantine().latest(null, null, null, 50, bytes -> { }).rows();
    }

    private Optional<ReleaseOutcome> release(long id) {
        return release(id, DEFAULT_FEED);
    }

    private Optional<ReleaseOutcome> release(long id, Map<String, String> settings) {
        return database.inTransaction(() -> wired(settings).release(id));
    }

    private boolean discard(long id) {
        return database.inTransaction(() -> wired(DEFAULT_FEED).discard(id));
    }

    private Release wired(Map<String, String> settings) {
        var release = new Release();
        release.quarantine = database.entities();
        release.rereading = Rereadings.wired(settings, List.of(journal::observe, released -> {
            journal.conflicts().fired().forEach((ConflictFound conflict) -> quarantine().keep(conflict));
            quarantine().keep(released);
        }));
        return release;
    }

    private Quarantine quarantine() {
        var quarantine = new Quarantine();
        quarantine.quarantine = database.entities();
        quarantine.database = database.kind();
        return quarantine;
    }
}
