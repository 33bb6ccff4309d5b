package org.egnytereceiver.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Stands before everything else, and uses nothing of the container's: while an application is undeployed, its beans go
 * away under the requests that are under way, and the server would answer with an error page of its own. Open Liberty throws
 * for an address where nothing is.
 */
public class LastResort extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(LastResort.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var patient = new Patient(response);
        try {
            chain.doFilter(request, patient);
        } catch (ServletException | RuntimeException | Error failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            if (failure.getCause() instanceof FileNotFoundException) {
                Problem.of(ProblemType.NOT_FOUND).send(patient);
                return;
            }
            answer(patient, failure);
        }
    }

    private static void answer(HttpServletResponse response, Throwable failure) throws IOException {
        var problem = Problem.of(ProblemType.UNAVAILABLE);
        LOG.log(Level.WARNING, "EGR-1504 answered 503: {0}, instance {1}", Causes.named(failure), problem.instance());
        problem.send(response);
    }

    private static final class Patient extends HttpServletResponseWrapper {

        private PatientOutput output;

        Patient(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (output == null) {
                output = new PatientOutput(super.getOutputStream());
            }
            return output;
        }
    }
}
