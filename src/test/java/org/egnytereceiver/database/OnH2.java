package org.egnytereceiver.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tests of a class run on H2. */
public final class OnH2 extends DatabaseOfTheRun {

    @Override
    RealDatabase started() {
        try {
            return RealDatabase.h2(Files.createTempDirectory(Path.of("target"), "h2"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
