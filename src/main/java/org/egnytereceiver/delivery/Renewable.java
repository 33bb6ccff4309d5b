package org.egnytereceiver.delivery;

/** Something with settings that may change while the receiver runs. */
interface Renewable {

    /**
     * Reads its settings again; whatever is under way keeps those it began with.
     *
     * @return whether something has changed
     * @throws org.egnytereceiver.settings.WrongSetting when one of them cannot be used: all of them stay as they were
     */
    boolean renew();
}
