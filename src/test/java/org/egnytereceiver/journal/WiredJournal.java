package org.egnytereceiver.journal;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.egnytereceiver.database.RealDatabase;
import org.egnytereceiver.delivery.Deliveries;
import org.egnytereceiver.delivery.Deliveries.Outcome;
import org.egnytereceiver.delivery.DeliveryReleased;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.lifecycle.ReceiverStarting;
import org.egnytereceiver.settings.Configured;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.support.Announcements;
import org.egnytereceiver.support.MovableClock;

/** The beans of the journal, put together on a real database as a container would. */
public final class WiredJournal {

    final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T04:05:06.789Z"));
    final Announcements<EventsRecorded> recorded = new Announcements<>();
    final Announcements<ConflictFound> conflicts = new Announcements<>();
    final Journal journal = new Journal();
    final Progress progress = new Progress();
    final Domains domains = new Domains();
    final Announcements<Domains.Noted> noted = new Announcements<>();
    final Lots lots = new Lots();
    final FreshLots fresh = new FreshLots();
    final Announcements<FreshLots.Begun> begun = new Announcements<>();
    final Tally tally = new Tally();
    final EventSearch search = new EventSearch();
    final Statistics statistics = new Statistics();
    final Retention retention = new Retention();
    final Replay replay = new Replay();
    final RealDatabase database;

    /** On this database, with default settings. */
    public WiredJournal(RealDatabase database) {
        this.database = database;
        var entities = database.entities();
        journal.journal = entities;
        journal.database = database.kind();
        journal.numbers = new EntryNumbers();
        journal.numbers.journal = entities;
        journal.duplicates = new Duplicates();
        journal.duplicates.journal = entities;
        journal.duplicates.conflictFound = conflicts;
        domains.journal = entities;
        domains.noted = noted;
        journal.domains = domains;
        journal.lots = lots;
        journal.tally = tally;
        journal.recorded = recorded;
        lots.journal = entities;
        lots.begun = begun;
        progress.journal = entities;
        progress.lots = lots;
        progress.singles = new SingleEvents();
        progress.singles.journal = entities;
        progress.singles.tally = tally;
        progress.singles.clock = clock;
        progress.claimed = new ClaimedEvents();
        progress.claimed.journal = entities;
        progress.claimed.fresh = fresh;
        progress.tally = tally;
        progress.clock = clock;
        tally.journal = entities;
        tally.index = new SearchIndex();
        tally.index.journal = entities;
        tally.index.domains = domains;
        search.index = tally.index;
        replay.index = tally.index;
        search.journal = entities;
        statistics.journal = entities;
        statistics.tally = tally;
        statistics.clock = clock;
        replay.journal = entities;
        replay.progress = progress;
        replay.recorded = recorded;
        replay.clock = clock;
        retention.journal = entities;
        retention.lots = lots;
        retention.tally = tally;
        retention.clock = clock;
        retention.settings = new JournalSettings();
        retention.settings.settings = new Settings();
        Configured.during(Map.of(), () -> retention.settings.read(new ReceiverStarting()));
    }

    /** What the bus would tell it. */
    public void observe(DeliveryReleased released) {
        journal.record(released);
    }

    /** Where it announces conflicts. */
    public Announcements<ConflictFound> conflicts() {
        return conflicts;
    }

    /** The raw texts of all events, and whether each waits for work. */
    public Map<String, EntryState> states() {
        return all().stream().collect(Collectors.toMap(row -> details(row.id()).raw(), JournalRow::state));
    }

    /** The present figures. */
    public Figures figures() {
        return database.inTransaction(statistics::figures);
    }

    /** Receives Connect events in one delivery. */
    public Outcome receive(String... events) {
        return receive(Product.CONNECT, Arrays.asList(events));
    }

    Outcome receive(Product product, List<String> events) {
        return database.inTransaction(
                () -> Deliveries.announce(Deliveries.of(product, clock.instant(), events), journal::record));
    }

    /** Receives events in one delivery, a second after the one before, and tells the number of the first, and of the lot. */
    long receiveOne(String... events) {
        clock.move(Duration.ofSeconds(1));
        receive(events);
        return recorded.fired().get(recorded.fired().size() - 1).lots().get(0).id();
    }

    /** Works these lots, and events that go a way of their own, in the present transaction. */
    void work(Long... ids) {
        var claim = progress.claim(List.of(ids));
        progress.processed(claim, claim.events());
    }

    /** Notes in the present transaction that an event failed, as a worker does. */
    void fail(long id, String reason, Instant due) {
        claimAlone(id);
        progress.failed(id, reason, due);
    }

    /** Notes in the present transaction that an event failed for the last time. */
    void bury(long id, String reason) {
        claimAlone(id);
        progress.buried(id, reason);
    }

    private void claimAlone(long id) {
        if (!progress.claimAlone(id)) {
            throw new IllegalStateException(id + " is not to be worked");
        }
    }

    EventDetails details(long id) {
        return database.inTransaction(() -> search.byId(id)).orElseThrow();
    }

    List<JournalRow> all() {
        return database.inTransaction(() -> search.latest(EventFilters.any().filter(), null, 10_000));
    }

    static String event(String domain, String id) {
        return Json.createObjectBuilder().add("eventId", id).add("domain", domain).add("eventType", "fs:add_file")
                .add("timestamp", 1_700_000_000).build().toString();
    }

    /** An event of the domain acme. */
    public static String fileAdded(String id, String path) {
        return Json.createObjectBuilder().add("eventId", id).add("domain", "acme").add("eventType", "fs:add_file")
                .add("timestamp", 1_700_000_000).add("data", Json.createObjectBuilder().add("targetPath", path))
                .build().toString();
    }
}
