package org.egnytereceiver.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the receiver's own accounts. */
@ApplicationScoped
class AccountStore {

    @PersistenceContext
    EntityManager accounts;

    @Inject
    Clock clock;

    /** What a login needs to know. */
    record Kept(String hash, Role role) {

        @Override
        public String toString() {
            return "Kept[" + role + "]";
        }
    }

    @Transactional
    Optional<Kept> login(String name) {
        return rows("select password, role from account where name = ?1", name).stream()
                .map(row -> new Kept((String) row[0], role(row[1]))).findFirst();
    }

    @Transactional(TxType.MANDATORY)
    List<StoredAccount> all() {
        return rows("select name, role, configured, changed_at from account where name <> ?1 order by name", "")
                .stream()
                .map(AccountStore::account).toList();
    }

    /** Locks it, until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    Optional<StoredAccount> locked(String name) {
        return rows("select name, role, configured, changed_at from account where name = ?1 for update", name).stream()
                .map(AccountStore::account).findFirst();
    }

    /** Locks them, so that no two last operators go at the same moment. */
    @Transactional(TxType.MANDATORY)
    List<String> operators() {
        List<?> names = accounts.createNativeQuery("select name from account where role = ?1 order by name for update")
                .setParameter(1, Role.OPERATOR.roleName())
                .getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    /** @return false when there is one of that name */
    @Transactional(TxType.MANDATORY)
    boolean insert(String name, String hash, Role role, boolean configured) {
        return accounts.createNativeQuery("""
                insert into account (name, password, role, configured, changed_at) values (?1, ?2, ?3, ?4, ?5)
                on conflict do nothing""")
                .setParameter(1, name)
                .setParameter(2, hash)
                .setParameter(3, role.roleName())
                .setParameter(4, configured)
                .setParameter(5, clock.millis())
                .executeUpdate() == 1;
    }

    @Transactional(TxType.MANDATORY)
    void configure(String name, String hash, Role role) {
        if (!insert(name, hash, role, true)) {
            change("password = ?3, role = ?4, configured = true", name, hash, role.roleName());
        }
    }

    @Transactional(TxType.MANDATORY)
    void changePassword(String name, String hash) {
        change("password = ?3", name, hash);
    }

    @Transactional(TxType.MANDATORY)
    void changeRole(String name, Role role) {
        change("role = ?3", name, role.roleName());
    }

    @Transactional(TxType.MANDATORY)
    void remove(String name) {
        accounts.createNativeQuery("delete from account where name = ?1").setParameter(1, name).executeUpdate();
    }

    private void change(String values, String name, String... parameters) {
        var update = accounts.createNativeQuery("update account set changed_at = ?2, " + values + " where name = ?1")
                .setParameter(1, name)
                .setParameter(2, clock.millis());
        for (var i = 0; i < parameters.length; i++) {
            update.setParameter(3 + i, parameters[i]);
        }
        update.executeUpdate();
    }

    private List<Object[]> rows(String query, String name) {
        List<?> rows = accounts.createNativeQuery(query).setParameter(1, name).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static StoredAccount account(Object[] row) {
        return new StoredAccount((String) row[0], role(row[1]), (Boolean) row[2],
                Instant.ofEpochMilli(((Number) row[3]).longValue()));
    }

    private static Role role(Object name) {
        return Role.named((String) name).orElseThrow();
    }
}
