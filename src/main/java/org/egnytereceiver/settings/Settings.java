package org.egnytereceiver.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The receiver's settings, read at start by each capability, and again by those that follow a change.
 *
 * <p>Every method throws {@link WrongSetting} when the value is there but cannot be used. Values come from MicroProfile
 * Config, so a system property, an environment variable and the server's admin console all set them.
 */
@ApplicationScoped
public class Settings {

    private static final int LARGEST_SIZE = 1 << 30;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{.*}|^\\{(aes(-128)?|xor|hash)}");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}|1\\d{9})\\s*(B|KiB|MiB|GiB)?");

    /** @return the value, trimmed, or empty when it is missing or blank */
    public Optional<String> text(String key) {
        var value = value(key).map(String::strip).filter(text -> !text.isEmpty());
        if (value.map(Settings::isReference).orElseGet(() -> isWritten(key))) {
            throw new WrongSetting(key, "refers to a value that nobody has given");
        }
        return value;
    }

    /** SmallRye throws for a reference of a kind it has no handler for, such as {@code ${ENC::…}} of WildFly's vault. */
    private static Optional<String> value(String key) {
        try {
            return ConfigProvider.getConfig().getOptionalValue(key, String.class);
        } catch (NoSuchElementException unresolved) {
            throw new WrongSetting(key, "refers to a value that nobody has given");
        }
    }

    /**
     * @return whether this refers to another value, such as an alias of the server's vault, or is one that Open Liberty's
     *         securityUtility has encoded. What comes to us so was resolved by nobody.
     */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** A reference that became nothing must not look as if nothing had been set. */
    private static boolean isWritten(String key) {
        var written = ConfigProvider.getConfig().getConfigValue(key).getRawValue();
        return written != null && !written.isBlank();
    }

    /** @return the comma-separated values, trimmed, without empty ones; at least one unless nothing is set */
    public List<String> list(String key) {
        var text = text(key);
        var values = text.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (text.isPresent() && values.isEmpty()) {
            throw new WrongSetting(key, "holds nothing between its commas");
        }
        return values;
    }

    /**
     * @return the lines of the file that the setting names, trimmed, without empty ones; none when no file is named,
     *         and at least one otherwise
     */
    public List<String> lines(String key) {
        return text(key).map(file -> SettingFile.lines(key, file)).orElse(List.of());
    }

    /** @return a whole number between the two bounds, both included */
    public int number(String key, int defaultValue, int least, int most) {
        return text(key).map(value -> {
            try {
                return (int) within(key, Integer.parseInt(value), least, most);
            } catch (NumberFormatException notANumber) {
                throw new WrongSetting(key, "is no whole number");
            }
        }).orElse(defaultValue);
    }

    /** @return a positive ISO 8601 duration such as {@code PT2S} or {@code P90D} */
    public Duration duration(String key, Duration defaultValue) {
        return text(key).map(value -> {
            var duration = parseDuration(key, value);
            if (duration.isNegative() || duration.isZero()) {
                throw new WrongSetting(key, "has to be longer than zero");
            }
            return duration;
        }).orElse(defaultValue);
    }

    /** @return such a duration between the two bounds, both included */
    public Duration duration(String key, Duration defaultValue, Duration least, Duration most) {
        var duration = duration(key, defaultValue);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new WrongSetting(key, "has to lie between " + least + " and " + most);
        }
        return duration;
    }

    /** @return a size in bytes, up to 1 GiB, written as plain bytes or with a binary unit such as {@code 10 MiB} */
    public int size(String key, int defaultValue) {
        return text(key).map(value -> {
            var matcher = SIZE.matcher(value);
            if (!matcher.matches()) {
                throw new WrongSetting(key, "is no size: write bytes or a unit, such as 1048576 or 10 MiB");
            }
            var bytes = Long.parseLong(matcher.group(1)) * unit(matcher.group(2));
            return (int) within(key, bytes, 1, LARGEST_SIZE);
        }).orElse(defaultValue);
    }

    /** @return every name under which a configuration source offers a value, environment variables as they are */
    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        ConfigProvider.getConfig().getPropertyNames().forEach(names::add);
        return names;
    }

    /** @throws WrongSetting for a name that begins like one of our settings and is none */
    public void refuseUnknown() {
        KnownSettings.refuseOthers(names());
    }

    /** @return names that begin with {@code egnyte} and mean nothing to the receiver */
    public List<String> strange() {
        return KnownSettings.strange(names());
    }

    private static Duration parseDuration(String key, String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException | ArithmeticException notADuration) {
            throw new WrongSetting(key, "is no ISO 8601 duration such as PT2S or P90D");
        }
    }

    private static long unit(String name) {
        return switch (name == null ? "B" : name) {
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1;
        };
    }

    private static long within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new WrongSetting(key, "has to lie between " + least + " and " + most);
        }
        return value;
    }
}
