package org.egnytereceiver.benchmark;

import java.util.Locale;

/**
 * The columns of the table, explained in {@code src/docs/performance.md}. What is per event is so for each acknowledged
 * one, until all of them were worked.
 */
enum Figure {

    STORED("stored", "%,.0f"),
    RATE("events/s", "%,.0f"),
    RATIO("ratio", "%.2f"),
    MEDIAN("p50 ms", "%.1f"),
    P99("p99 ms", "%.1f"),
    P999("p99.9 ms", "%.1f"),
    OLDEST("oldest s", "%.0f"),
    WORKED_AFTER("worked after s", "%.1f"),
    SERVER("server µs", "%.0f"),
    DATABASE("database µs", "%.0f"),
    BROKER("broker µs", "%.0f"),
    ALLOCATED("allocated KiB", "%.1f"),
    LIVE("live MiB", "%.0f"),
    PEAK("peak MiB", "%.0f"),
    OTHERS("others %", "%.0f");

    private final String title;
    private final String format;

    Figure(String title, String format) {
        this.title = title;
        this.format = format;
    }

    String title() {
        return title;
    }

    String shown(Double value) {
        if (value == null || value.isNaN()) {
            return "";
        }
        return value.isInfinite() ? "never" : String.format(Locale.ROOT, format, value);
    }
}
