package org.egnytereceiver.problem;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A commit that failed. Jersey brings a mapper of its own for this one kind, which answers 500. */
@Provider
@Priority(1)
public class TransactionFailureMapper implements ExceptionMapper<TransactionalException> {

    private final FailureMapper failures = new FailureMapper();

    @Override
    public Response toResponse(TransactionalException failure) {
        return failures.toResponse(failure);
    }
}
