package org.egnytereceiver.api;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** What one request takes of the {@link ReadingRoom}: given back when it ended, however it did, its answer sent. */
@RequestScoped
class ReadingPlace {

    @Inject
    ReadingRoom room;

    private int taken;

    /** To be called before so many bytes are loaded. */
    void demand(long contentBytes) {
        var more = room.take(contentBytes);
        if (more < 0) {
            throw Refusal.of(ProblemType.UNAVAILABLE);
        }
        taken += more;
    }

    @PreDestroy
    void leave() {
        room.giveBack(taken);
    }
}
