package org.egnytereceiver.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/** A file that holds the values of a setting, one on each line, as Docker and Kubernetes hand secrets to a process. */
final class SettingFile {

    private static final int LARGEST = 64 << 10;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SettingFile() {
    }

    /** @return the lines, trimmed, without empty ones; at least one */
    static List<String> lines(String key, String name) {
        var lines = text(key, name).replace(BYTE_ORDER_MARK, "").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw new WrongSetting(key, "names a file that holds nothing");
        }
        return lines;
    }

    private static String text(String key, String name) {
        try {
            var file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw new WrongSetting(key, "names a file that does not exist, or is none");
            }
            if (othersMayWrite(file)) {
                throw new WrongSetting(key, "names a file that every user of the machine may change");
            }
            if (Files.size(file) > LARGEST) {
                throw new WrongSetting(key, "names a file of more than 64 KiB");
            }
            return Files.readString(file);
        } catch (InvalidPathException noPath) {
            throw new WrongSetting(key, "is no name of a file");
        } catch (IOException unreadable) {
            throw new WrongSetting(key, "names a file that cannot be read as text in UTF-8");
        }
    }

    private static boolean othersMayWrite(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }
}
