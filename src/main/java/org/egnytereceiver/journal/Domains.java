package org.egnytereceiver.journal;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.egnytereceiver.event.EventKey;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.IncomingEntries.Incoming;

/**
 * Whose events are in the journal. An identity is made of a domain and an event id, so whoever asks for an id alone asks
 * for one identity in each of these domains.
 */
@ApplicationScoped
class Domains {

    /** A receiver has a few; more than this would only be memory. */
    private static final int MOST_IN_MEMORY = 10_000;

    @PersistenceContext
    EntityManager journal;

    @Inject
    Event<Noted> noted;

    /** What is noted for certain. What is not here may be noted nevertheless. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * Announced inside the transaction that notes them.
     *
     * @param domains that were not known to this node
     */
    record Noted(Collection<String> domains) {
    }

    /** Two nodes may note the same domain at the same time; it is there twice then, which does no harm. */
    void note(Collection<Incoming> fresh) {
        var domains = fresh.stream()
                .map(incoming -> incoming.event().domain())
                .filter(Objects::nonNull)
                .filter(domain -> !known.contains(domain))
                .collect(toCollection(TreeSet::new));
        if (!domains.isEmpty()) {
            journal.createNativeQuery("""
                    insert into journal_domain (domain) select domain from unnest(cast(?1 as varchar array)) as fresh (domain)
                    where not exists (select 1 from journal_domain n where n.domain = fresh.domain)""")
                    .setParameter(1, domains.toArray(String[]::new))
                    .executeUpdate();
            noted.fire(new Noted(domains));
        }
    }

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Noted noted) {
        if (known.size() < MOST_IN_MEMORY) {
            known.addAll(noted.domains());
        }
    }

    /** Whatever became of the rows that this node remembers, such as of a database that was restored beside it. */
    void noteBetween(long first, long last) {
        journal.createNativeQuery("""
                insert into journal_domain (domain) select distinct domain from journal_entry e
                where id between ?1 and ?2 and domain is not null
                    and not exists (select 1 from journal_domain n where n.domain = e.domain)""")
                .setParameter(1, first)
                .setParameter(2, last)
                .executeUpdate();
    }

    /**
     * @param product where it is given, only its events
     * @param domain  where it is given, only its events
     * @return every identity that an event of that id can have
     */
    Stream<UUID> identities(String eventId, Product product, String domain) {
        return Stream.of(Product.values())
                .filter(any -> product == null || any == product)
                .flatMap(any -> of(any, domain).map(each -> EntryIdentity.of(new EventKey(any, each, eventId))));
    }

    /** Events of MSP have no domain, those of Connect have one. */
    private Stream<String> of(Product product, String domain) {
        return switch (product) {
            case CONNECT -> domain == null ? all() : Stream.of(domain);
            case MSP -> domain == null ? Stream.of((String) null) : Stream.empty();
        };
    }

    private Stream<String> all() {
        List<?> domains = journal.createNativeQuery("select distinct domain from journal_domain").getResultList();
        return domains.stream().map(String.class::cast);
    }
}
