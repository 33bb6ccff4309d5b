package org.egnytereceiver.delivery;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.egnytereceiver.problem.FailureMapper;
import org.egnytereceiver.problem.HttpErrorMapper;
import org.egnytereceiver.problem.RefusalMapper;
import org.egnytereceiver.problem.TransactionFailureMapper;

/** Egnyte's side of the receiver. It shares no authentication with the people's side. */
@ApplicationPath("webhooks")
public class DeliveryApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(DeliveryResource.class, CallerCheck.class,
                RefusalMapper.class, HttpErrorMapper.class, FailureMapper.class,
                TransactionFailureMapper.class);
    }

    /**
     * Jersey would offer a description of the application to everybody, and answer OPTIONS with it. For every answer it
     * would make a buffer of 8 KiB; none of ours has a tenth of that.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true, "jersey.config.server.contentLength.buffer", 1024);
    }
}
