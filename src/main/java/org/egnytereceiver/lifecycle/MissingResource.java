package org.egnytereceiver.lifecycle;

/** What the server has to provide is not there, or is another thing. Its message is one sentence for the operator. */
public class MissingResource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param finding what is wrong with the named resource, as the rest of a sentence */
    public MissingResource(String name, String finding) {
        this(name, finding, null);
    }

    /** @param finding what is wrong with the named resource, as the rest of a sentence */
    public MissingResource(String name, String finding, Throwable cause) {
        super(name + " " + finding + ": the script in server-config for this server creates it.", cause);
    }
}
