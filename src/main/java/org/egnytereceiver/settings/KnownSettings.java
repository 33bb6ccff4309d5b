package org.egnytereceiver.settings;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of all settings but those of feeds, whose own reader knows them. A name that begins like some of these and is
 * none is a slip of the pen, and would leave a limit or an allow list without effect.
 */
final class KnownSettings {

    private static final Set<String> NAMES = Set.of(
            "egnyte.accounts.audience",
            "egnyte.accounts.issuer",
            "egnyte.accounts.name-claim",
            "egnyte.accounts.roles-claim",
            "egnyte.accounts.source",
            "egnyte.audit.retention",
            "egnyte.delivery.callers",
            "egnyte.delivery.header",
            "egnyte.delivery.longest-transfer",
            "egnyte.delivery.longest-wait",
            "egnyte.delivery.max-body-size",
            "egnyte.delivery.max-bytes-under-way",
            "egnyte.delivery.max-deliveries-under-way",
            "egnyte.delivery.max-depth",
            "egnyte.delivery.max-element-values",
            "egnyte.delivery.max-elements",
            "egnyte.delivery.max-number-length",
            "egnyte.delivery.max-string-length",
            "egnyte.delivery.max-values",
            "egnyte.delivery.secrets",
            "egnyte.delivery.secrets-file",
            "egnyte.journal.retention",
            "egnyte.operator.name",
            "egnyte.operator.password",
            "egnyte.origin.proxies",
            "egnyte.viewer.name",
            "egnyte.viewer.password",
            "egnyte.work.first-delay",
            "egnyte.work.longest-delay",
            "egnyte.work.longest-wait",
            "egnyte.work.max-attempts",
            "egnyte.work.time-limit");

    private static final Set<String> VARIABLES = asVariables(NAMES);
    private static final Set<String> CAPABILITIES = NAMES.stream()
            .map(name -> name.substring(0, name.indexOf('.', name.indexOf('.') + 1) + 1)).collect(Collectors.toSet());
    private static final Set<String> CAPABILITIES_AS_VARIABLES = asVariables(CAPABILITIES);

    /** Not those of feeds, and not the variables of Open Liberty's configuration. */
    private static final Pattern LIKE_OURS = Pattern.compile(
            "(egnyte\\.(?!feeds\\.)[^.]+\\.|EGNYTE_(?!FEEDS_|DATABASE_|BROKER_|EMBEDDED_)[^_]+_)");

    private KnownSettings() {
    }

    /** @throws WrongSetting for one of the names that would have no effect */
    static void refuseOthers(Collection<String> names) {
        for (var name : names) {
            if (isSlip(name, NAMES, CAPABILITIES) && !isNameOfAVariable(name, names) || isSlip(name, VARIABLES, CAPABILITIES_AS_VARIABLES)) {
                throw new WrongSetting(name, "is unknown and would have no effect");
            }
        }
    }

    /** @return those that look like settings of ours and are none: of another application, or with a slip in their second word */
    static List<String> strange(Collection<String> names) {
        return names.stream().filter(name -> LIKE_OURS.matcher(name).lookingAt())
                .filter(name -> Stream.of(CAPABILITIES, CAPABILITIES_AS_VARIABLES).flatMap(Set::stream).noneMatch(name::startsWith))
                .toList();
    }

    private static boolean isSlip(String name, Set<String> known, Set<String> capabilities) {
        return !known.contains(name) && capabilities.stream().anyMatch(name::startsWith);
    }

    /** Some servers list an environment variable a second time, as a name whose parts are all divided by dots. */
    private static boolean isNameOfAVariable(String name, Collection<String> names) {
        var variable = asVariable(name);
        return VARIABLES.contains(variable) && names.contains(variable);
    }

    /** As MicroProfile Config maps names to environment variables. */
    private static Set<String> asVariables(Set<String> names) {
        return names.stream().map(KnownSettings::asVariable).collect(Collectors.toSet());
    }

    private static String asVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
