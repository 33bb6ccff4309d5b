package org.egnytereceiver.chaos;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What Egnyte would swear to: what it sent, what was acknowledged, and how it was answered. */
final class Ledger {

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<String> wrongAnswers = new CopyOnWriteArrayList<>();
    private final AtomicLong acknowledgedElements = new AtomicLong();
    private final AtomicLong slowestRefusalMillis = new AtomicLong();

    void sending(Collection<String> ids) {
        sent.addAll(ids);
    }

    void acknowledged(Collection<String> ids, long sentAt) {
        acknowledged.addAll(ids);
        acknowledgedElements.addAndGet(ids.size());
        faults.forEach(fault -> fault.acknowledged(sentAt));
    }

    void answered(String answer) {
        answers.computeIfAbsent(answer, first -> new LongAdder()).increment();
    }

    void refused(long millis) {
        slowestRefusalMillis.accumulateAndGet(millis, Math::max);
    }

    void wrong(String answer) {
        wrongAnswers.add(answer);
    }

    void happened(Fault fault) {
        faults.add(fault);
    }

    Set<String> sent() {
        return sent;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** @return how many elements were acknowledged, those that were sent twice counted twice */
    long acknowledgedElements() {
        return acknowledgedElements.get();
    }

    Map<String, LongAdder> answers() {
        return answers;
    }

    List<String> wrongAnswers() {
        return wrongAnswers;
    }

    long slowestRefusalMillis() {
        return slowestRefusalMillis.get();
    }

    List<Fault> faults() {
        return faults;
    }
}
