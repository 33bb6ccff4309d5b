package org.egnytereceiver.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Everything that went wrong on our side, the database being away first of all: 503, "send it again". The log gets the
 * kinds of the exceptions in one line, not their messages, since drivers put values into those.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        var problem = Problem.of(ProblemType.UNAVAILABLE);
        LOG.log(Level.WARNING, "EGR-1503 answered 503: {0}, instance {1}", Causes.named(failure), problem.instance());
        LOG.log(Level.DEBUG, "EGR-1503 details", failure);
        return problem.answer().build();
    }
}
