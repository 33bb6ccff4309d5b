package org.egnytereceiver.journal;

import java.util.ArrayList;
import java.util.List;

/** Cuts long lists of keys: H2 compares each row it finds with each key it was given. */
final class Portions {

    private static final int SIZE = 500;

    private Portions() {
    }

    static <T> List<List<T>> of(List<T> keys) {
        var portions = new ArrayList<List<T>>();
        for (var start = 0; start < keys.size(); start += SIZE) {
            portions.add(keys.subList(start, Math.min(start + SIZE, keys.size())));
        }
        return portions;
    }
}
