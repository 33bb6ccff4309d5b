package org.egnytereceiver.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What can be said with {@code -Dbenchmark.…=…}. The defaults make the full run. */
final class Options {

    private static final Map<String, String> DEFAULTS = new TreeMap<>(Map.of(
            "seconds", "30", "warmup", "150", "rounds", "2", "sustained", "300", "soak", "0", "backlog", "100000",
            "patience", "180", "jmh", "10", "only", "", "profile", "false"));

    private static final Options GIVEN = new Options();

    private final long seed = Long.getLong("benchmark.seed", new Random().nextInt(1_000_000));

    private Options() {
    }

    static Options given() {
        return GIVEN;
    }

    long seed() {
        return seed;
    }

    /** How long a burst takes. */
    Duration burst() {
        return seconds("seconds");
    }

    Duration warmUp() {
        return seconds("warmup");
    }

    /** How often the two are measured in turn. */
    int rounds() {
        return Integer.parseInt(value("rounds"));
    }

    /** How long the sustained rate is held. */
    Duration sustained() {
        return seconds("sustained");
    }

    /** How long the soak takes; none at all when zero. */
    Duration soak() {
        return seconds("soak");
    }

    /** Number of events that wait when the drain begins. */
    int backlog() {
        return Integer.parseInt(value("backlog"));
    }

    /** How long to wait until all is worked. */
    Duration patience() {
        return seconds("patience");
    }

    /** How long the reader is measured with each body. */
    int jmhSeconds() {
        return Integer.parseInt(value("jmh"));
    }

    /** Whether the receiver records what it does, into {@code target/benchmark/receiver.jfr}. */
    boolean profile() {
        return Boolean.parseBoolean(value("profile"));
    }

    /** @return whether a scenario is chosen: nothing was said, or a part of its name */
    boolean includes(String scenario) {
        return only().isEmpty() || only().stream().anyMatch(scenario::contains);
    }

    private List<String> only() {
        return Arrays.stream(value("only").split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private Duration seconds(String name) {
        return Duration.ofSeconds(Long.parseLong(value(name)));
    }

    private static String value(String name) {
        return System.getProperty("benchmark." + name, DEFAULTS.get(name));
    }

    @Override
    public String toString() {
        var values = new TreeMap<String, String>();
        DEFAULTS.keySet().forEach(name -> values.put(name, value(name)));
        return values.toString().replaceAll("[{}]", "");
    }
}
