package org.egnytereceiver.system.handler;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Answers, one per line, where the file of an event was moved to, as {@code MovedFiles} wrote it down. */
@WebServlet("/moved-files")
public class MovedFilesPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "jdbc/EgnyteReceiver")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select moved_to from moved_file where event_id = ?")) {
            query.setString(1, request.getParameter("eventId"));
            var rows = query.executeQuery();
            while (rows.next()) {
                response.getWriter().println(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
