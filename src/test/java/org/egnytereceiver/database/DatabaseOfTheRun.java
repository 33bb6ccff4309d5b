package org.egnytereceiver.database;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a database in, empty before each test. It is started by the first who asks for it, and stays until the run ends. */
abstract class DatabaseOfTheRun implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RealDatabase.class;
    }

    @Override
    public RealDatabase resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var database = test.getRoot().getStore(Namespace.create(DatabaseOfTheRun.class))
                .getOrComputeIfAbsent(getClass(), type -> started(), RealDatabase.class);
        database.empty();
        return database;
    }

    /** Closed by JUnit when the run ends. */
    abstract RealDatabase started();
}
