package org.egnytereceiver.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingRoomTest {

    private static final int LARGE = 1 << 20;

    private final ReadingRoom room = new ReadingRoom(2L * LARGE * ReadingRoom.BYTES_PER_BYTE);

    @Test
    void hasNoPlaceForMoreThanItHolds() {
        assertThat(room.take(LARGE)).isPositive();
        assertThat(room.take(LARGE)).isPositive();
        assertThat(room.take(LARGE)).isNegative();
    }

    @Test
    void getsBackWhatWasTaken() {
        for (var i = 0; i < 100; i++) {
            room.giveBack(room.take(2 * LARGE));
        }
        assertThat(room.take(2 * LARGE)).isPositive();
    }

    @Test
    void hasAPlaceForWhatIsSmallWhenItIsFull() {
        room.take(2 * LARGE);
        assertThat(room.take(ReadingRoom.SMALL)).isZero();
        assertThat(room.take(ReadingRoom.SMALL + 1)).isNegative();
    }

    @Test
    void letsWhatNeedsMoreThanTheWholeOfItBeReadAlone() {
        room.giveBack(room.take(Integer.MAX_VALUE));
        var whole = room.take(100L * LARGE);
        assertThat(whole).isPositive();
        assertThat(room.take(LARGE)).isNegative();
        room.giveBack(whole);
        assertThat(room.take(LARGE)).isPositive();
        assertThat(room.take(100L * LARGE)).isNegative();
    }
}
