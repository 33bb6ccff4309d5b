package org.egnytereceiver.system;

import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Lets all test classes of a run share one deployment: the first makes it, and it stays until the run ends. */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Once.class);
    }

    /** Stands between Arquillian and the container. */
    public static class Once {

        private boolean tried;

        /** A server that did not start is not waited for a second time. */
        void deploy(@Observes EventContext<DeployManagedDeployments> deployment) {
            if (!tried) {
                tried = true;
                deployment.proceed();
            }
        }

        /** The container stops the server when the test run ends. */
        void undeploy(@Observes EventContext<UnDeployManagedDeployments> deployment) {
            // left deployed for the next class
        }
    }
}
