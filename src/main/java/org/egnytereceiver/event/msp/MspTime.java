package org.egnytereceiver.event.msp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.egnytereceiver.event.EventTime;

/**
 * An ISO 8601 date and time, which Egnyte promises without saying in which of its many spellings.
 *
 * @param offsetAssumed  whether none was sent, and UTC was taken
 */
public record MspTime(Instant instant, boolean offsetAssumed) {

    private static final int END_OF_DATE = "2025-11-24".length();
    private static final int LONGEST = "2025-11-24T16:00:00.123456789+00:00:00".length();

    /** A lenient {@code +HH} takes minutes with and without a colon; a longer pattern would settle for one of them. */
    private static final DateTimeFormatter SPELLINGS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart().parseLenient().appendOffset("+HH", "Z").optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    static Optional<MspTime> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(SPELLINGS.parseBest(withoutBlank(text), OffsetDateTime::from, LocalDateTime::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<MspTime> read(TemporalAccessor time) {
        var assumed = time instanceof LocalDateTime;
        var instant = assumed ? ((LocalDateTime) time).toInstant(ZoneOffset.UTC) : Instant.from(time);
        return EventTime.usable(instant).map(usable -> new MspTime(usable, assumed));
    }

    private static String withoutBlank(String text) {
        return text.length() > END_OF_DATE && text.charAt(END_OF_DATE) == ' '
                ? text.substring(0, END_OF_DATE) + 'T' + text.substring(END_OF_DATE + 1)
                : text;
    }
}
