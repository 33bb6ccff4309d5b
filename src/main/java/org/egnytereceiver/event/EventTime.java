package org.egnytereceiver.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * When something happened: a time an application can store and print, within the years 1 to 9999. Egnyte does not say
 * whether it counts seconds or milliseconds, so the size of the number decides.
 */
public final class EventTime {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** As seconds it is the year 5138, as milliseconds the year 1973. */
    private static final BigDecimal SMALLEST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final int LONGEST_NUMBER = 64;
    private static final int MOST_DIGITS_BEFORE_THE_POINT = 18;

    private EventTime() {
    }

    /** @return the time an epoch number stands for, truncated to milliseconds */
    public static Optional<Instant> ofEpoch(String number) {
        if (number.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return ofEpoch(new BigDecimal(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @return the time itself, if it can be stored and printed */
    public static Optional<Instant> usable(Instant time) {
        return Optional.of(time).filter(it -> !it.isBefore(EARLIEST) && !it.isAfter(LATEST));
    }

    /* The place of the decimal point is looked at first, lest 1e999999999 is written out. */
    private static Optional<Instant> ofEpoch(BigDecimal number) {
        long digitsBeforeThePoint = (long) number.precision() - number.scale();
        if (number.signum() == 0 || digitsBeforeThePoint < -LONGEST_NUMBER) {
            return Optional.of(Instant.EPOCH);
        }
        if (digitsBeforeThePoint > MOST_DIGITS_BEFORE_THE_POINT) {
            return Optional.empty();
        }
        return usable(Instant.ofEpochMilli(inMillis(number).setScale(0, RoundingMode.DOWN).longValue()));
    }

    private static BigDecimal inMillis(BigDecimal number) {
        return number.abs().compareTo(SMALLEST_MILLIS) < 0 ? number.movePointRight(3) : number;
    }
}
