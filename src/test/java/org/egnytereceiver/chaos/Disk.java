package org.egnytereceiver.chaos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory that a test can fill. Where none can be mounted, its directory is one like any other. */
final class Disk implements AutoCloseable {

    private static final String FILLER = "filler";
    private static final int BLOCK = 64 << 10;

    private final Path directory;
    private final boolean mounted;

    private Disk(Path directory, boolean mounted) {
        this.directory = directory;
        this.mounted = mounted;
    }

    static Disk mounted(Path directory, int megabytes) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var disk = new Disk(directory, succeeds("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m",
                "tmpfs", directory.toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
        return disk;
    }

    /** Ends a test that needs to fill it where that would fill the disk of the machine. */
    void mustBeMounted() {
        assumeTrue(mounted, "needs a small disk of its own, which root may mount on Linux");
    }

    /** Leaves not one byte. */
    void fill() {
        write(new byte[BLOCK]);
        write(new byte[1]);
    }

    void clear() {
        try {
            Files.deleteIfExists(directory.resolve(FILLER));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** At once, also when somebody still has a file open. */
    @Override
    public void close() {
        if (mounted) {
            succeeds("umount", "-l", directory.toString());
        }
    }

    private void write(byte[] block) {
        try (var filler = new FileOutputStream(directory.resolve(FILLER).toFile(), true)) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            return;
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
