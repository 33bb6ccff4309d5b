package org.egnytereceiver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The promise of the reader: what is to be stored, plus what goes to the quarantine, is what was sent, byte for byte, in the
 * order sent; what is in neither is the array around it.
 */
final class WhatWasSent {

    private final byte[] body;
    private int position;

    private WhatWasSent(byte[] body) {
        this.body = body;
        this.position = Utf8.start(body);
    }

    static void isAccountedForBy(Delivery delivery, byte[] body) {
        if (!isKeptAsAWhole(delivery, body)) {
            new WhatWasSent(body).isAccountedForBy(delivery);
        }
    }

    private static boolean isKeptAsAWhole(Delivery delivery, byte[] body) {
        return delivery.size() == 1 && delivery.unreadable().stream().anyMatch(all -> Arrays.equals(all.raw(), body));
    }

    private void isAccountedForBy(Delivery delivery) {
        var stored = parts(delivery.events().stream().map(event -> event.raw().getBytes(UTF_8)).toList());
        var quarantined = parts(delivery.unreadable().stream().map(Element.Unreadable::raw).toList());
        var isArray = passed('[');
        while (!stored.isEmpty() || !quarantined.isEmpty()) {
            passBlanks();
            assertThat(passed(stored) || passed(quarantined)).as("an element of the delivery follows at %d", position).isTrue();
            passBlanks();
            if (!stored.isEmpty() || !quarantined.isEmpty()) {
                assertThat(passed(',')).as("a comma at %d", position).isTrue();
            }
        }
        passBlanks();
        assertThat(passed(']')).isEqualTo(isArray);
        passBlanks();
        assertThat(position).as("nothing is left of the body").isEqualTo(body.length);
    }

    private static Deque<byte[]> parts(List<byte[]> parts) {
        return new ArrayDeque<>(parts);
    }

    private boolean passed(Deque<byte[]> parts) {
        var next = parts.peek();
        if (next == null || !ByteBuffer.wrap(next).equals(rest(next.length))) {
            return false;
        }
        position += parts.remove().length;
        return true;
    }

    private ByteBuffer rest(int length) {
        return ByteBuffer.wrap(body, position, Math.min(length, body.length - position));
    }

    private boolean passed(char expected) {
        var passes = position < body.length && body[position] == expected;
        position += passes ? 1 : 0;
        return passes;
    }

    private void passBlanks() {
        while (position < body.length && " \t\r\n".indexOf(body[position]) >= 0) {
            position++;
        }
    }
}
