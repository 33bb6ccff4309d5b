package org.egnytereceiver.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A migrated database with JPA on it, and no server around it. Its entity manager is the one of the transaction. */
public final class RealDatabase implements AutoCloseable {

    private static final Path EMBEDDED = Path.of("server-config/payara-micro/embedded.asadmin");
    private static final Pattern URL = Pattern.compile("url=(jdbc\\\\:h2.*?)(?<!\\\\):");
    private static final List<String> TABLES = List.of("journal_entry", "journal_lot", "journal_progress", "journal_note",
            "journal_sighting", "journal_search", "journal_tally", "journal_domain", "quarantine_entry", "account",
            "audit_entry");

    /** Whom a PostgreSQL of our own knows. */
    private static final String USER = "postgres";

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final Database kind;
    private final EntityManagerFactory factory;
    private final Closeable server;

    /**
     * @param url of the connections to work with, which are pooled: a new one would take most of a transaction's time
     * @param user the name, and the password as well
     */
    private RealDatabase(DataSource source, String url, String user, Closeable server) {
        var schema = new Schema();
        schema.dataSource = source;
        schema.migrate();
        this.kind = schema.database();
        this.factory = Persistence.createEntityManagerFactory("receiver", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jdbc.url", url,
                "jakarta.persistence.jdbc.user", user,
                "jakarta.persistence.jdbc.password", user,
                "eclipselink.session-name", kind.name(),
                "eclipselink.logging.level", "OFF"));
        this.server = server;
    }

    /** H2 in a file, opened as the embedded server does. */
    public static RealDatabase h2(Path directory) {
        try {
            var source = h2Source(directory);
            var keepsItOpen = source.getConnection();
            return new RealDatabase(source, source.getURL(), source.getUser(), () -> closed(keepsItOpen));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same, with nothing in it. */
    static JdbcDataSource h2Source(Path directory) {
        var source = new JdbcDataSource();
        source.setURL(embeddedUrl().replace("${DATABASE}", directory.resolve("receiver").toAbsolutePath().toString()));
        source.setUser("egnyte");
        source.setPassword("egnyte");
        return source;
    }

    /** A PostgreSQL of its own. */
    public static RealDatabase postgreSql() {
        try {
            var server = EmbeddedPostgres.start();
            return new RealDatabase(server.getPostgresDatabase(), server.getJdbcUrl(USER, USER), USER,
                    server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Which one it is. */
    public Database kind() {
        return kind;
    }

    /** What a container injects: stands for the entity manager of the transaction of the calling thread. */
    public EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(RealDatabase.class.getClassLoader(),
                new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> onCurrent(method, arguments));
    }

    /** Commits when the work returns, and undoes it when it throws. */
    public <T> T inTransaction(Supplier<T> work) {
        var entities = factory.createEntityManager();
        current.set(entities);
        try {
            entities.getTransaction().begin();
            var result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            current.remove();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** Commits when the work returns, and undoes it when it throws. */
    public void doInTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** Forgets all rows, and leaves nothing of them behind that would slow others down. */
    public void empty() {
        var statements = kind == Database.POSTGRESQL
                ? List.of("truncate " + String.join(", ", TABLES))
                : TABLES.stream().map(table -> "delete from " + table).toList();
        doInTransaction(() -> statements.forEach(sql -> entities().createNativeQuery(sql).executeUpdate()));
    }

    @Override
    public void close() throws IOException {
        factory.close();
        server.close();
    }

    private Object onCurrent(Method method, Object[] arguments) throws Throwable {
        if (current.get() == null) {
            throw new IllegalStateException("outside of a transaction");
        }
        try {
            return method.invoke(current.get(), arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static String embeddedUrl() {
        try {
            var url = URL.matcher(Files.readString(EMBEDDED));
            if (!url.find()) {
                throw new IllegalStateException("no H2 address in " + EMBEDDED);
            }
            return url.group(1).replace("\\", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void closed(Connection connection) throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
