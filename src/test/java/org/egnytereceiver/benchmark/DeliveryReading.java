package org.egnytereceiver.benchmark;

import org.egnytereceiver.delivery.Delivery;
import org.egnytereceiver.delivery.StandaloneReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a body to events, alone on one thread. */
@State(Scope.Benchmark)
public class DeliveryReading {

    @Param
    Shape shape;

    private final StandaloneReader reader = new StandaloneReader();
    private byte[] body;

    @Setup
    public void makeBody() {
        body = Requests.body(shape);
        if (read().events().size() != shape.events()) {
            throw new IllegalStateException("not all could be read");
        }
    }

    @Benchmark
    public Delivery read() {
        return reader.read(body);
    }
}
