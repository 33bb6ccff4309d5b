package org.egnytereceiver.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.egnytereceiver.event.EventTime;
import org.egnytereceiver.journal.PagePosition;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** The query parameters of a request. A malformed one is refused with its name; an empty one counts as absent. */
final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;

    private static final Set<String> OF_PAGES = Set.of("limit", "after");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,50}");

    private final MultivaluedMap<String, String> values;

    Parameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** @throws Refusal for one that means nothing here: what somebody misspells would filter nothing */
    static Parameters ofPage(MultivaluedMap<String, String> values, Set<String> filters) {
        for (var name : values.keySet()) {
            if (!filters.contains(name) && !OF_PAGES.contains(name)) {
                throw refusal((NAME.matcher(name).matches() ? "The parameter " + name : "A parameter") + " is unknown.");
            }
            if (values.get(name).size() > 1) {
                throw refusal("The parameter " + name + " is given more than once.");
            }
        }
        return new Parameters(values);
    }

    String text(String name) {
        return present(name).orElse(null);
    }

    /** @param meaning gives the value that the text stands for, or empty when it stands for none */
    <T> T oneOf(String name, Function<String, Optional<T>> meaning) {
        return present(name).map(text -> meaning.apply(text).orElseThrow(() -> malformed(name))).orElse(null);
    }

    Boolean truth(String name) {
        return oneOf(name, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A date and time with its offset; a plus sign that arrived as a blank is one. */
    Instant time(String name) {
        return oneOf(name, text -> {
            try {
                return EventTime.usable(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            } catch (DateTimeException notATime) {
                return Optional.empty();
            }
        });
    }

    int limit() {
        return present("limit").map(text -> {
            if (!text.matches("0*[1-9][0-9]*")) {
                throw malformed("limit");
            }
            return new BigInteger(text).min(BigInteger.valueOf(HIGHEST_LIMIT)).intValue();
        }).orElse(DEFAULT_LIMIT);
    }

    PagePosition after() {
        return oneOf("after", Cursor::read);
    }

    private Optional<String> present(String name) {
        return Optional.ofNullable(values.getFirst(name)).filter(value -> !value.isEmpty());
    }

    private static Refusal malformed(String name) {
        return refusal("The parameter " + name + " is malformed.");
    }

    private static Refusal refusal(String sentence) {
        return Refusal.of(ProblemType.BAD_PARAMETER, sentence);
    }
}
