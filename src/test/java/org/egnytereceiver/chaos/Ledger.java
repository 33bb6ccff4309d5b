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
    private final Map<String, String> remarks = new ConcurrentSkipListMap<>();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong slowestRefusalMillis = new AtomicLong();

    /** @return a ledger that goes on from here, with no answers, faults and remarks in it yet */
    Ledger nextPage() {
        var next = new Ledger();
        next.sent.addAll(sent);
        next.acknowledged.addAll(acknowledged);
        next.stored.set(stored.get());
        next.duplicates.set(duplicates.get());
        return next;
    }

    void sending(Collection<String> ids) {
        sent.addAll(ids);
    }

    void acknowledged(Collection<String> ids, int stored, int duplicates, long sentAt) {
        acknowledged.addAll(ids);
        this.stored.addAndGet(stored);
        this.duplicates.addAndGet(duplicates);
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

    /** Something else that the report is to tell. */
    void remark(String name, String value) {
        remarks.put(name, value);
    }

    Set<String> sent() {
        return sent;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** @return how many elements were acknowledged as new */
    long stored() {
        return stored.get();
    }

    /** @return how many elements were acknowledged as known */
    long duplicates() {
        return duplicates.get();
    }

    Map<String, LongAdder> answers() {
        return answers;
    }

    /** @return how often this was the answer: a status, or the name of what came instead of one */
    long answers(String answer) {
        return answers.containsKey(answer) ? answers.get(answer).sum() : 0;
    }

    Map<String, String> remarks() {
        return remarks;
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
