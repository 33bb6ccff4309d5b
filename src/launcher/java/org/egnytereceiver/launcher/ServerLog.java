package org.egnytereceiver.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The server writes its log to a file; on the screen stands what the receiver itself has to say. */
final class ServerLog {

    /** Kept here, since a logger that nobody holds loses its handlers. */
    private static final Logger OURS = Logger.getLogger("org.egnytereceiver");

    private ServerLog() {
    }

    static Path configured(DataDirectory data) throws IOException {
        var file = data.server().resolve("logging.properties");
        Files.writeString(file, Files.readString(Home.file("logging.properties"))
                .replace("${LOG}", data.log().toString().replace("\\", "/").replace("%", "%%").replace(".0.log", ".%g.log")));
        return file;
    }

    /** @return the screen; what the server prints there from now on stands in a file beside its log */
    static PrintStream screenOfOurOwn(DataDirectory data) throws IOException {
        var screen = System.out;
        System.setOut(new PrintStream(Files.newOutputStream(data.printed()), true, StandardCharsets.UTF_8));
        return screen;
    }

    static void showOurs() {
        var screen = new ConsoleHandler();
        screen.setLevel(Level.INFO);
        screen.setFormatter(new Line());
        OURS.addHandler(screen);
    }

    private static final class Line extends Formatter {

        @Override
        public String format(LogRecord entry) {
            return String.format("%tT %s%n", entry.getMillis(), formatMessage(entry));
        }
    }
}
