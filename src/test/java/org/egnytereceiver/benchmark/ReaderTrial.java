package org.egnytereceiver.benchmark;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure the reader, in a process of its own. */
final class ReaderTrial {

    static final String NAME = "reader alone";

    private static final int ITERATIONS = 5;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private ReaderTrial() {
    }

    /** @param seconds for each body, half of it to warm up */
    static List<Row> rows(int seconds) {
        var iteration = TimeValue.milliseconds(Math.max(100, seconds * 1_000L / (2 * ITERATIONS)));
        var options = new OptionsBuilder().include(DeliveryReading.class.getName()).mode(Mode.Throughput).forks(1)
                .warmupIterations(ITERATIONS).warmupTime(iteration)
                .measurementIterations(ITERATIONS).measurementTime(iteration)
                .jvmArgs("-Xmx512m").addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).build();
        return run(options).stream().map(ReaderTrial::row).toList();
    }

    private static Collection<RunResult> run(org.openjdk.jmh.runner.options.Options options) {
        try {
            return new Runner(options).run();
        } catch (RunnerException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Row row(RunResult result) {
        var shape = Shape.valueOf(result.getParams().getParam("shape"));
        var figures = new EnumMap<Figure, Double>(Figure.class);
        figures.put(Figure.RATE, result.getPrimaryResult().getScore() * shape.events());
        figures.put(Figure.ALLOCATED, result.getSecondaryResults().get(ALLOCATED).getScore() / 1024 / shape.events());
        var row = new Row(NAME + ": " + shape.title(), "one thread", figures);
        System.out.println(Table.line(row));
        return row;
    }
}
