package org.egnytereceiver.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Everything the receiver keeps, below one directory: {@code database} and {@code broker} are its memory, {@code log}
 * is for people, {@code server} and {@code tmp} are made anew at every start.
 */
record DataDirectory(Path root) {

    private static final long PATIENCE_SECONDS = 20;

    static DataDirectory prepared(Path root) throws IOException {
        var directory = new DataDirectory(root.toAbsolutePath().normalize());
        for (var kept : List.of(directory.root, directory.database().getParent(), directory.broker())) {
            if (Files.notExists(kept)) {
                Files.createDirectories(kept);
                closeToOthers(kept);
            }
        }
        return directory;
    }

    /** What Egnyte tells is nobody else's business on this machine. */
    private static void closeToOthers(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path database() {
        return root.resolve("database").resolve("receiver");
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path log() {
        return root.resolve("log").resolve("server.0.log");
    }

    Path printed() {
        return root.resolve("log").resolve("server.out");
    }

    Path server() {
        return root.resolve("server");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path credentials() {
        return root.resolve("credentials.properties");
    }

    /** Keeps a second receiver out for as long as this process lives; one that is just ending is waited for. */
    void lock() throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("Another receiver works in " + root
                        + ". Stop it, or choose another directory with -Dreceiver.data=….");
            }
            pause();
        }
        renew(server());
        renew(temporary());
        Files.createDirectories(log().getParent());
    }

    /** The lock of another process cannot be waited for, only tried again. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException impatient) {
            throw new CannotStart("Interrupted.");
        }
    }

    private static void renew(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
