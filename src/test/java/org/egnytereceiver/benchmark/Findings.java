package org.egnytereceiver.benchmark;

import java.util.ArrayList;
import java.util.List;

/** All that the run brought to light. */
final class Findings {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /** Lines of the table. */
    List<Row> rows() {
        return rows;
    }

    /** What has to be said about them. */
    List<String> notes() {
        return notes;
    }

    /** What was promised and not kept. */
    List<String> broken() {
        return broken;
    }

    void expect(String where, String what, long acknowledged, long found) {
        if (found != acknowledged) {
            broken.add("%s: %,d acknowledged, %,d %s".formatted(where, acknowledged, found, what));
        }
    }
}
