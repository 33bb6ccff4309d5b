package org.egnytereceiver.benchmark;

/** Seconds of processor time that were used, by each process and by all of the machine, and seconds that went by. */
record Usage(double server, double database, double broker, double sender, double machine, double seconds) {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** What was used until now. */
    static Usage of(Estate estate, Contender contender) {
        return new Usage(ProcessorTime.ofProcess(contender.server().pid()), ProcessorTime.ofTree(estate.store().pid()),
                ProcessorTime.ofProcess(estate.broker().pid()), ProcessorTime.ofProcess(ProcessHandle.current().pid()),
                ProcessorTime.ofMachine(), System.nanoTime() / 1e9);
    }

    Usage since(Usage before) {
        return new Usage(server - before.server, database - before.database, broker - before.broker,
                sender - before.sender, machine - before.machine, seconds - before.seconds);
    }

    /** @return what processes used that have nothing to do with the benchmark, as a share of the machine in percent */
    double others() {
        return Math.max(0, 100 * (machine - server - database - broker - sender) / (seconds * PROCESSORS));
    }
}
