package org.egnytereceiver.system;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How it is seen that the receiver has taken a setting.
 *
 * @param value  what the setting is given
 * @param beside other settings that are needed for it to be looked at
 * @param effect what the receiver does then; nothing for a wrong value, with which it does not start
 */
record SettingCase(String value, Map<String, String> beside, Optional<Consumer<Receiver>> effect) {

    /** A value that cannot be used. */
    static SettingCase wrong(String value) {
        return wrong(value, Map.of());
    }

    /** A value that cannot be used together with those. */
    static SettingCase wrong(String value, Map<String, String> beside) {
        return new SettingCase(value, beside, Optional.empty());
    }

    /** One of many values that can be used. */
    static SettingCase seen(String value, Map<String, String> beside, Consumer<Receiver> effect) {
        return new SettingCase(value, beside, Optional.of(effect));
    }
}
