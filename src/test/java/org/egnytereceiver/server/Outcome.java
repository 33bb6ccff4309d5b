package org.egnytereceiver.server;

/**
 * How a command ended.
 *
 * @param status 0 when it succeeded
 * @param said what it wrote
 */
public record Outcome(int status, String said) {

    public boolean isSuccess() {
        return status == 0;
    }

    /** @throws IllegalStateException with what it said, unless it succeeded */
    public Outcome orThrow() {
        if (!isSuccess()) {
            throw new IllegalStateException("exit status " + status + ": " + said);
        }
        return this;
    }
}
