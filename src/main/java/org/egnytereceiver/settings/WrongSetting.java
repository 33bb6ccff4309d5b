package org.egnytereceiver.settings;

/** A setting that cannot be used. Its message is one sentence for the operator: it names the key, never a secret. */
public class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key      the key as the operator wrote or would write it
     * @param sentence what is wrong with it, continuing "the setting KEY …"
     */
    public WrongSetting(String key, String sentence) {
        super("The setting " + key + " " + sentence + ".");
    }
}
