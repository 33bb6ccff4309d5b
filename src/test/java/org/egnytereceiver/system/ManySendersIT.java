package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egnytereceiver.system.Samples.array;
import static org.egnytereceiver.system.Samples.filesAdded;
import static org.egnytereceiver.system.Samples.freshDomain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same events from many sides at the same moment. */
class ManySendersIT extends SystemTest {

    private static final int SENDERS = 16;
    private static final int EVENTS = 500;
    private static final int EVENTS_PER_DELIVERY = 25;

    private final String domain = freshDomain();

    @Test
    void everyEventIsStoredOnceAndEveryDeliveryAcknowledged() throws Exception {
        var before = receiver.stats();
        var events = filesAdded(domain, EVENTS);

        var answers = inParallel(IntStream.range(0, SENDERS)
                .<Callable<List<Answer>>>mapToObj(sender -> () -> sendAll(events, new Random(sender))).toList());

        assertThat(answers).hasSize(SENDERS * EVENTS / EVENTS_PER_DELIVERY)
                .allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
        assertThat(sum(answers, "received")).isEqualTo(SENDERS * EVENTS);
        assertThat(sum(answers, "stored")).isEqualTo(EVENTS);
        assertThat(sum(answers, "duplicates")).isEqualTo((SENDERS - 1) * EVENTS);
        assertThat(sum(answers, "quarantined")).isZero();
        assertThat(receiver.events(Map.of("domain", domain))).hasSize(EVENTS)
                .allSatisfy(event -> assertThat(event.getInt("timesSeen")).isEqualTo(SENDERS));
        var after = receiver.stats();
        assertThat(after.getInt("received") - before.getInt("received")).isEqualTo(SENDERS * EVENTS);
        assertThat(after.getInt("stored") - before.getInt("stored")).isEqualTo(EVENTS);
        assertThat(after.getInt("conflicts") - before.getInt("conflicts")).isZero();
        Awaiting.untilAllAreProcessed(receiver, domain, EVENTS);
    }

    /** Each sender in its own order and with its own cuts. */
    private List<Answer> sendAll(List<String> events, Random random) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        var answers = new ArrayList<Answer>();
        for (var from = 0; from < shuffled.size(); from += EVENTS_PER_DELIVERY) {
            answers.add(receiver.deliver(array(shuffled.subList(from, from + EVENTS_PER_DELIVERY))));
        }
        return answers;
    }

    private static List<Answer> inParallel(List<Callable<List<Answer>>> senders) throws Exception {
        var threads = Executors.newFixedThreadPool(senders.size());
        try {
            var answers = new ArrayList<Answer>();
            for (Future<List<Answer>> sent : threads.invokeAll(senders)) {
                answers.addAll(sent.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int sum(List<Answer> answers, String count) {
        return answers.stream().mapToInt(answer -> answer.json().getInt(count)).sum();
    }
}
