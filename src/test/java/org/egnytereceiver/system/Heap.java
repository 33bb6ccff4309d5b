package org.egnytereceiver.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The heap of another process, seen by the JDK's own tool. */
final class Heap {

    private static final Pattern USED = Pattern.compile("(?:heap|generation) +total \\d+K, used (\\d+)K");

    private Heap() {
    }

    /** @return what is in use after everything that can be given up was given up, in MiB */
    static long usedBy(long pid) throws IOException {
        told(pid, "GC.run");
        return USED.matcher(told(pid, "GC.heap_info")).results().mapToLong(match -> Long.parseLong(match.group(1))).sum() >> 10;
    }

    private static String told(long pid, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(pid), command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
