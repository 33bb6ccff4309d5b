package org.egnytereceiver.work;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What stands in a message on the work queue: the ids of lots, and of events that go a way of their own, separated by commas. */
final class WorkMessage {

    static final String QUEUE = "egnyte.work";

    private WorkMessage() {
    }

    static String text(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Long> ids(String text) {
        return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }
}
