package org.egnytereceiver.chaos;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.postgresql.Driver;

/** As in production: two nodes on one PostgreSQL and one broker. */
final class ExternalEstate implements Estate {

    static final String DATABASE = "database";
    static final String BROKER = "broker";

    private final PostgreSql database;
    private final Broker broker;
    private final List<Node> nodes;
    private final Subscriber subscriber;

    private ExternalEstate(PostgreSql database, Broker broker, List<Node> nodes) {
        this.database = database;
        this.broker = broker;
        this.nodes = nodes;
        this.subscriber = new Subscriber(broker.port(), Broker.USER, Broker.PASSWORD);
    }

    /** Database and broker have their files in the directories of these names below the given one. */
    static ExternalEstate started(Path directory, RandomGenerator random) {
        var packed = Package.in(directory.resolve("package"));
        var database = PostgreSql.started(directory.resolve(DATABASE), random);
        var broker = Broker.started(directory.resolve(BROKER));
        var script = ServerScript.external(packed.file("external.asadmin"), database, broker, packed.file("egnyte-ra.rar"));
        var nodes = List.of(
                Node.external(packed, script, driver(), directory.resolve("node-1")),
                Node.external(packed, script, driver(), directory.resolve("node-2")));
        nodes.forEach(Node::launch);
        nodes.forEach(Node::awaitReady);
        return new ExternalEstate(database, broker, nodes);
    }

    @Override
    public String name() {
        return "two nodes on PostgreSQL and a broker";
    }

    @Override
    public List<Node> nodes() {
        return nodes;
    }

    @Override
    public List<Breakable> breakables() {
        var breakables = new ArrayList<Breakable>(List.of(database, broker));
        breakables.addAll(nodes);
        return breakables;
    }

    @Override
    public Subscriber subscriber() {
        return subscriber;
    }

    PostgreSql postgreSql() {
        return database;
    }

    Broker broker() {
        return broker;
    }

    @Override
    public Connection database() throws SQLException {
        return database.connection();
    }

    @Override
    public void stop() {
        subscriber.close();
        nodes.forEach(Node::stop);
        broker.stop();
        database.stop();
    }

    private static Path driver() {
        try {
            return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
