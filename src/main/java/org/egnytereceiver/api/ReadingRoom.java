package org.egnytereceiver.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * The memory that large contents may take, all together, while they are read for somebody. Who finds no room is told to
 * come again instead of being queued: the heap is that of the deliveries as well.
 */
@ApplicationScoped
class ReadingRoom {

    /** Nobody needs room for this much: so many as a server has threads may hold it at the same time. */
    static final int SMALL = 64 << 10;

    /** A content is in the heap as stored, as text and as its events; a release takes the most. */
    static final int BYTES_PER_BYTE = 12;

    private static final int BLOCK = 16 << 10;
    private static final int SHARE_OF_THE_HEAP = 4;

    private final int size;
    private final Semaphore blocks;

    ReadingRoom() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP);
    }

    ReadingRoom(long bytes) {
        this.size = blocks(bytes);
        this.blocks = new Semaphore(size);
    }

    /**
     * Takes the room that a content needs, or the whole room for one that needs more: it is read alone then.
     *
     * @param contentBytes length of the content as it is stored
     * @return what has to be given back, or a negative number when there is no room
     */
    int take(long contentBytes) {
        if (contentBytes <= SMALL) {
            return 0;
        }
        var needed = Math.min(size, blocks(contentBytes * BYTES_PER_BYTE));
        return blocks.tryAcquire(needed) ? needed : -1;
    }

    void giveBack(int taken) {
        blocks.release(taken);
    }

    private static int blocks(long bytes) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / BLOCK));
    }
}
