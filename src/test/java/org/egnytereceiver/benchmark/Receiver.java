package org.egnytereceiver.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.egnytereceiver.chaos.Statistics;

/** The receiver as it is built, one node with PostgreSQL and a broker. */
final class Receiver implements Contender {

    private final Server server;
    private final Store store;
    private final Statistics statistics;

    private Receiver(Server server, Store store) {
        this.server = server;
        this.store = store;
        this.statistics = new Statistics(server.address("/egnyte/"), Server.OPERATOR, Server.PASSWORD,
                Duration.ofSeconds(30));
    }

    static Receiver started(Path directory, Path script, Store store, boolean profiled) {
        return new Receiver(Server.started(directory, script, Server.built("egnyte.war"),
                "/egnyte/webhooks/connect", profiled), store);
    }

    @Override
    public String title() {
        return "receiver";
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public long stored() {
        return store.count("journal_entry");
    }

    @Override
    public long quarantined() {
        return store.count("quarantine_entry");
    }

    /** @return what it says about its work, or empty when it does not answer in time */
    Optional<Backlog> backlog() {
        try {
            return Optional.of(Backlog.of(statistics.read()));
        } catch (IOException late) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * What could not be worked in time is given up, so that what comes next is measured without it. What is being
     * worked at that moment is left to its worker.
     */
    void abandon() {
        store.execute("""
                with lots as (
                    update journal_lot set state = 'PROCESSED' where id in (
                        select id from journal_lot where state = 'WAITING' for update skip locked) returning events),
                alone as (
                    update journal_progress set state = 'PROCESSED' where entry_id in (
                        select entry_id from journal_progress where state in ('WAITING', 'RETRYING')
                        for update skip locked) returning entry_id)
                insert into journal_tally (received, stored, duplicates, quarantined, conflicts, released, expired,
                    processed, first_entry, last_entry)
                select 0, 0, 0, 0, 0, 0, 0, coalesce((select sum(events) from lots), 0) + (select count(*) from alone), null, null""");
    }
}
