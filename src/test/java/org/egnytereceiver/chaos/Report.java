package org.egnytereceiver.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of a run. */
final class Report {

    private final String estate;
    private final long seed;
    private final Duration duration;
    private final Ledger ledger;
    private final Findings findings;

    Report(String estate, long seed, Instant begin, Ledger ledger, Findings findings) {
        this.estate = estate;
        this.seed = seed;
        this.duration = Duration.between(begin, Instant.now());
        this.ledger = ledger;
        this.findings = findings;
    }

    /** @return every promise that was broken, in words */
    List<String> broken() {
        return findings.broken();
    }

    @Override
    public String toString() {
        return "%nFault suite: %s, seed %d, %s%n".formatted(estate, seed, seconds(duration))
                + faults() + rows(ledger.remarks()) + rows(findings.figures())
                + row("slowest 503", ledger.slowestRefusalMillis() + " ms")
                + row("answers", ledger.answers().entrySet().stream()
                        .map(answer -> answer.getKey() + ": " + answer.getValue()).collect(joining(", ")));
    }

    /** For each kind: how often, and the longest time until a delivery sent after the kill was acknowledged. */
    private String faults() {
        var kinds = ledger.faults().stream().collect(groupingBy(Fault::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> row(kind.getKey(), "%3d, served again after at most %s".formatted(
                        kind.getValue().size(), longest(kind.getValue()))))
                .collect(joining())
                + row("all of them", "%3d, longest recovery %s".formatted(
                        ledger.faults().size(), longest(ledger.faults())));
    }

    private static String rows(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(value -> row(value.getKey(), value.getValue().toString())).collect(joining());
    }

    private static String longest(List<Fault> faults) {
        if (faults.stream().anyMatch(fault -> fault.recovery() == null)) {
            return "forever";
        }
        return seconds(faults.stream().map(Fault::recovery).max(Duration::compareTo).orElse(Duration.ZERO));
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String row(String name, String value) {
        return "  %-32s %s%n".formatted(name, value);
    }
}
