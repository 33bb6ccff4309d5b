package org.egnytereceiver.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Processor time and memory of processes, from Linux' {@code /proc}; zero where there is none, or when a process ends
 * while it is looked at.
 */
final class ProcessorTime {

    /** Of all architectures that run a Payara, {@code getconf CLK_TCK}. */
    private static final double TICKS_PER_SECOND = 100;

    /** Of the fields behind name and state. */
    private static final int UTIME = 10;
    private static final int STIME = 11;
    private static final int CUTIME = 12;
    private static final int CSTIME = 13;
    private static final int FIELDS = 14;

    private ProcessorTime() {
    }

    /** @return seconds that one process used */
    static double ofProcess(long pid) {
        var fields = fields(pid);
        return (fields[UTIME] + fields[STIME]) / TICKS_PER_SECOND;
    }

    /** @return seconds that a process, its children and their children used, those that have ended included */
    static double ofTree(long pid) {
        var tree = LongStream.concat(LongStream.of(pid),
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).mapToLong(ProcessHandle::pid));
        return tree.mapToObj(ProcessorTime::fields)
                .mapToLong(fields -> fields[UTIME] + fields[STIME] + fields[CUTIME] + fields[CSTIME])
                .sum() / TICKS_PER_SECOND;
    }

    /** @return seconds that all processors were busy, for whomever */
    static double ofMachine() {
        var fields = numbers(firstLine(Path.of("/proc/stat")).replaceFirst("cpu *", ""));
        var all = Arrays.stream(fields).limit(8).sum();
        return (all - fields[3] - fields[4]) / TICKS_PER_SECOND;
    }

    /** @return the most memory the process ever had, in MiB */
    static double peakMebibytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException noLinux) {
            return 0;
        }
    }

    /** A name may have blanks and brackets in it. */
    private static long[] fields(long pid) {
        var line = firstLine(Path.of("/proc", Long.toString(pid), "stat"));
        return line.isEmpty() ? new long[FIELDS] : numbers(line.substring(line.lastIndexOf(')') + 4));
    }

    private static long[] numbers(String line) {
        return line.isEmpty()
                ? new long[FIELDS]
                : Arrays.stream(line.split(" ")).limit(FIELDS).mapToLong(Long::parseLong).toArray();
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).get(0);
        } catch (IOException ended) {
            return "";
        }
    }
}
