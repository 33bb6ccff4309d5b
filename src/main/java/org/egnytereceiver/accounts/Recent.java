package org.egnytereceiver.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that holds so many values and no more: whoever was not asked for the longest has to go. */
final class Recent<T> extends LinkedHashMap<String, T> {

    private static final long serialVersionUID = 1L;

    private final int most;

    Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
    }
}
