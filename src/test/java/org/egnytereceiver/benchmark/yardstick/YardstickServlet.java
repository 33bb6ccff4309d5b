package org.egnytereceiver.benchmark.yardstick;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The entrance written by hand, without bus, JPA and JMS: cuts the array and writes all events with one statement. It
 * is what the receiver's shape is measured by, and no receiver: it forgives nothing and works nothing.
 */
@WebServlet("/webhooks/connect")
public class YardstickServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final byte[] SECRET = System.getProperty("egnyte.delivery.secrets", "").getBytes(UTF_8);
    private static final String[] TYPES = {"varchar", "varchar", "varchar", "bigint", "text"};

    @Resource(lookup = "jdbc/EgnyteReceiver")
    private transient DataSource database;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var secret = request.getHeader("Authorization");
        if (secret == null || !MessageDigest.isEqual(SECRET, secret.getBytes(UTF_8))) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var cut = Cut.of(new String(request.getInputStream().readAllBytes(), UTF_8));
        var receipt = receipt(cut, stored(cut)).getBytes(UTF_8);
        response.setContentType("application/json");
        response.setContentLength(receipt.length);
        response.getOutputStream().write(receipt);
    }

    /** A single statement is a transaction of its own, which saves a round trip. */
    private int stored(Cut cut) throws IOException {
        try (var connection = database.getConnection()) {
            if (cut.rest().isEmpty()) {
                return cut.size() == 0 ? 0 : insert(connection, cut);
            }
            connection.setAutoCommit(false);
            try {
                var stored = insert(connection, cut);
                quarantine(connection, cut);
                connection.commit();
                return stored;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static int insert(Connection connection, Cut cut) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into yardstick_event (domain, event_id, type, occurred_at, received_at, raw)
                select domain, event_id, type, occurred_at, ?, raw
                from unnest(?, ?, ?, ?, ?) as incoming (domain, event_id, type, occurred_at, raw)
                on conflict do nothing""")) {
            insert.setLong(1, System.currentTimeMillis());
            var columns = cut.columns();
            for (var i = 0; i < columns.length; i++) {
                insert.setArray(i + 2, connection.createArrayOf(TYPES[i], columns[i]));
            }
            return insert.executeUpdate();
        }
    }

    private static void quarantine(Connection connection, Cut cut) throws SQLException {
        try (var insert = connection.prepareStatement("insert into yardstick_rest (raw) select unnest(?)")) {
            insert.setArray(1, connection.createArrayOf("text", cut.rest().toArray()));
            insert.executeUpdate();
        }
    }

    private static String receipt(Cut cut, int stored) {
        return "{\"received\":%d,\"stored\":%d,\"duplicates\":%d,\"quarantined\":%d}".formatted(
                cut.size() + cut.rest().size(), stored, cut.size() - stored, cut.rest().size());
    }
}
