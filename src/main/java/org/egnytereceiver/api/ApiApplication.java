package org.egnytereceiver.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.egnytereceiver.problem.FailureMapper;
import org.egnytereceiver.problem.HttpErrorMapper;
import org.egnytereceiver.problem.RefusalMapper;
import org.egnytereceiver.problem.TransactionFailureMapper;

/** The people's side of the receiver. */
@ApplicationPath("api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EventsResource.class, ReplaysResource.class, QuarantineResource.class, StatsResource.class,
                AccountsResource.class, AuditResource.class, OpenApiResource.class,
                AcceptCleaning.class, ReadinessCheck.class, CrossSiteCheck.class, AccountCheck.class,
                DurableAnswer.class,
                RefusalMapper.class, HttpErrorMapper.class, FailureMapper.class,
                TransactionFailureMapper.class);
    }

    /** Jersey would offer a description of the application to everybody, and answer OPTIONS with it. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
