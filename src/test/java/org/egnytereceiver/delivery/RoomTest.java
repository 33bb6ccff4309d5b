package org.egnytereceiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

    private static final int BLOCK = 16 << 10;

    private final Room room = new Room(10 * BLOCK, 2);

    @Test
    void hasNoPlaceForMoreThanItHolds() {
        try (var place = room.enter()) {
            assertThat(place.grow(9 * BLOCK)).isTrue();
            assertThat(place.grow(2 * BLOCK)).isFalse();
        }
    }

    @Test
    void isSharedByAllWhoAreUnderWay() {
        try (var first = room.enter(); var second = room.enter()) {
            assertThat(first.grow(6 * BLOCK)).isTrue();
            assertThat(second.grow(6 * BLOCK)).isFalse();
            assertThat(second.grow(BLOCK)).isFalse();
        }
    }

    @Test
    void getsBackWhatWasTaken() {
        for (var i = 0; i < 100; i++) {
            try (var place = room.enter()) {
                for (var step = 0; step < 9; step++) {
                    assertThat(place.grow(BLOCK)).isTrue();
                }
            }
        }
    }

    @Test
    void countsSmallStepsExactly() {
        try (var place = room.enter()) {
            for (var step = 0; step < 1000; step++) {
                assertThat(place.grow(100)).isTrue();
            }
        }
    }

    @Test
    void hasNoPlaceForMoreDeliveriesThanItMayHold() {
        try (var first = room.enter(); var second = room.enter()) {
            assertThat(first.begin()).isTrue();
            assertThat(second.begin()).isTrue();
            try (var third = room.enter()) {
                assertThat(third.begin()).isFalse();
            }
            try (var fourth = room.enter()) {
                assertThat(fourth.begin()).as("who was refused gives nothing back").isFalse();
            }
        }
        try (var next = room.enter()) {
            assertThat(next.begin()).isTrue();
        }
    }
}
