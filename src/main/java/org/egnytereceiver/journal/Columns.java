package org.egnytereceiver.journal;

import java.util.List;

/** What a native query answers: the databases give whole numbers in types of different widths. */
final class Columns {

    private Columns() {
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** @return null when there is none */
    static Long numberOrNull(Object column) {
        return column == null ? null : Long.valueOf(number(column));
    }

    /** @param rows of a single column */
    static List<Long> numbers(List<?> rows) {
        return rows.stream().map(Columns::number).toList();
    }
}
