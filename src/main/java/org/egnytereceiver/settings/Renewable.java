package org.egnytereceiver.settings;

/** Something with settings that may change while the receiver runs. */
public interface Renewable {

    /**
     * Reads its settings again; whatever is under way keeps those it began with.
     *
     * @return whether something has changed
     * @throws WrongSetting when one of them cannot be used: all of them stay as they were
     */
    boolean renew();
}
