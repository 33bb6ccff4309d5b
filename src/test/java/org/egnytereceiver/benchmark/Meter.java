package org.egnytereceiver.benchmark;

import java.util.Map;

/** What a contender and those it works with use from one moment to another. */
final class Meter {

    private final Estate estate;
    private final Contender contender;
    private final int mark;
    private final double liveBefore;
    private final Usage before;

    /** The same start for everybody: no garbage, and the next checkpoint is far away. */
    Meter(Estate estate, Contender contender) {
        this.estate = estate;
        this.contender = contender;
        estate.store().checkpoint();
        contender.server().collect();
        mark = contender.server().collections().mark();
        liveBefore = contender.server().collections().live();
        before = Usage.of(estate, contender);
    }

    /** @return MiB that were in use at the start */
    double liveBefore() {
        return liveBefore;
    }

    void read(Map<Figure, Double> figures, long events) {
        var used = Usage.of(estate, contender).since(before);
        figures.put(Figure.SERVER, used.server() * 1e6 / events);
        figures.put(Figure.DATABASE, used.database() * 1e6 / events);
        if (contender == estate.receiver()) {
            figures.put(Figure.BROKER, used.broker() * 1e6 / events);
        }
        figures.put(Figure.OTHERS, used.others());
        var server = contender.server();
        server.collect();
        figures.put(Figure.ALLOCATED, server.collections().allocatedSince(mark) * 1024 / events);
        figures.put(Figure.LIVE, server.collections().live());
        figures.put(Figure.PEAK, ProcessorTime.peakMebibytes(server.pid()));
    }
}
