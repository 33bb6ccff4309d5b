package org.egnytereceiver.problem;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * Takes an answer to its end although its caller has gone, who then misses it: that is no failure of the receiver, and a
 * server would fill its log with stack traces for everybody who hangs up.
 */
final class PatientOutput extends ServletOutputStream {

    private final ServletOutputStream output;
    private boolean hasGone;

    /** Something that fails when the caller has gone. */
    @FunctionalInterface
    private interface Step {

        void take() throws IOException;
    }

    PatientOutput(ServletOutputStream output) {
        this.output = output;
    }

    @Override
    public void write(int one) {
        unlessGone(() -> output.write(one));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        unlessGone(() -> output.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        unlessGone(output::flush);
    }

    @Override
    public void close() {
        unlessGone(output::close);
    }

    @Override
    public boolean isReady() {
        return output.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        output.setWriteListener(listener);
    }

    private void unlessGone(Step step) {
        if (!hasGone) {
            try {
                step.take();
            } catch (IOException gone) {
                hasGone = true;
            }
        }
    }
}
