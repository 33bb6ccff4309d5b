package org.egnytereceiver.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Deliveries on several connections for some time. How long an answer took is counted from when its delivery was to be
 * sent, so that a receiver that stalls is charged for all that waited meanwhile.
 */
final class Load {

    private static final int WRONG_ANSWERS_TO_GIVE_UP = 100;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1_000;

    private final URI entrance;
    private final String secret;
    private final Shape shape;
    private final Content content;
    private final Series series;
    private final LongSupplier numbers;
    private final String receipt;
    private final long seed;

    Load(Contender contender, Shape shape, Content content, Series series, long seed) {
        this.entrance = contender.entrance();
        this.secret = contender.secret();
        this.shape = shape;
        this.content = content;
        this.series = series;
        this.numbers = content == Content.RESENT ? series::again : series::next;
        this.receipt = content.receipt(shape);
        this.seed = seed;
    }

    /**
     * What was answered.
     *
     * @param acknowledged number of deliveries answered with 200 and the right counts
     * @param wrong        the other answers
     * @param micros       how long the acknowledged took
     * @param seconds      from the first one to the last answer
     */
    record Answers(long acknowledged, List<String> wrong, Histogram micros, double seconds) {
    }

    Answers run(Pace pace, int connections, Duration duration) {
        return run(pace, connections, duration, Long.MAX_VALUE);
    }

    /** @param most number of deliveries after which to stop */
    Answers run(Pace pace, int connections, Duration duration, long most) {
        var requests = IntStream.range(0, connections)
                .mapToObj(connection -> new Requests(entrance, secret, shape, content, seed)).toList();
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var start = System.nanoTime();
            var end = start + duration.toNanos();
            var parts = new ArrayList<Future<Answers>>();
            for (var i = 0; i < connections; i++) {
                parts.add(threads.submit(connection(requests.get(i), pace, end, share(most, connections, i))));
            }
            return sum(parts, start);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long share(long most, int connections, int connection) {
        return most / connections + (connection < most % connections ? 1 : 0);
    }

    private static Answers sum(List<Future<Answers>> parts, long start) {
        var acknowledged = 0L;
        var wrong = new ArrayList<String>();
        var micros = histogram();
        for (var part : parts) {
            var answers = finished(part);
            acknowledged += answers.acknowledged;
            wrong.addAll(answers.wrong);
            micros.add(answers.micros);
        }
        return new Answers(acknowledged, wrong, micros, (System.nanoTime() - start) / 1e9);
    }

    private static Answers finished(Future<Answers> part) {
        try {
            return part.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Callable<Answers> connection(Requests requests, Pace pace, long end, long most) {
        return () -> {
            try (var connection = new HttpConnection(entrance)) {
                return sent(connection, requests, pace, end, most);
            }
        };
    }

    private Answers sent(HttpConnection connection, Requests requests, Pace pace, long end, long most)
            throws IOException {
        var acknowledged = 0L;
        var wrong = new ArrayList<String>();
        var micros = histogram();
        for (var due = pace.next(end); due < end && acknowledged < most && isInTime(end); due = pace.next(end)) {
            var answer = answer(connection, requests.delivery(series.id(), numbers.getAsLong()));
            if (answer.isEmpty()) {
                acknowledged++;
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
            } else {
                wrong.add(answer);
            }
            if (wrong.size() >= WRONG_ANSWERS_TO_GIVE_UP) {
                break;
            }
        }
        return new Answers(acknowledged, wrong, micros, 0);
    }

    /** @return what is wrong with the answer, or an empty text */
    private String answer(HttpConnection connection, byte[] request) throws IOException {
        try {
            var answer = connection.send(request);
            return answer.status() == 200 && answer.body().equals(receipt) ? "" : beginning(answer.toString());
        } catch (IOException broken) {
            connection.close();
            return broken.toString();
        }
    }

    /** A receiver that cannot keep up is not waited for until it has taken all that was due. */
    private static boolean isInTime(long end) {
        return System.nanoTime() - end < GRACE.toNanos();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, 3);
    }
}
