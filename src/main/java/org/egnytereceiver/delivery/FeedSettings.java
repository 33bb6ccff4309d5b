package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.settings.Settings;
import org.egnytereceiver.settings.WrongSetting;

/** Reads the feed {@code default} and every feed that a key {@code egnyte.feeds.<name>.…} speaks of. */
@ApplicationScoped
class FeedSettings {

    private static final String PREFIX = "egnyte.feeds.";
    private static final String ENVIRONMENT_PREFIX = "EGNYTE_FEEDS_";
    static final String USUAL_HEADER = "Authorization";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    /** What the journal's column holds. */
    private static final int LONGEST_NAME = 64;

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> FIELDS = Set.of("product", "header", "secrets", "secrets-file", "domains");

    @Inject
    Settings settings;

    List<Feed> feeds() {
        return Stream.concat(defaultFeed().stream(), namedFeeds()).toList();
    }

    /** Without a secret there is no default feed: nothing configured means closed. */
    private List<Feed> defaultFeed() {
        var header = header("egnyte.delivery.header");
        var secrets = both(secrets("egnyte.delivery.secrets"), secretsIn("egnyte.delivery.secrets-file"));
        return secrets.isEmpty()
                ? List.of()
                : List.of(new Feed(Feeds.DEFAULT, EnumSet.allOf(Product.class), header, secrets, Set.of()));
    }

    private Stream<Feed> namedFeeds() {
        var names = new TreeSet<String>();
        settings.names().forEach(key -> nameIn(key, names));
        return names.stream().map(this::feed);
    }

    /** Some offer a variable under a second name as well, each of its underscores being a dot. */
    private void nameIn(String key, Set<String> names) {
        if (key.startsWith(PREFIX)) {
            names.add(checked(key, key.substring(PREFIX.length())
                    .replaceFirst("\\.secrets\\.file$", ".secrets-file"), "."));
        } else if (key.startsWith(ENVIRONMENT_PREFIX)) {
            names.add(checked(key, key.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT)
                    .replaceFirst("_secrets_file$", "_secrets-file"), "_"));
        }
    }

    private static String checked(String key, String nameAndField, String separator) {
        var end = nameAndField.lastIndexOf(separator);
        var name = end < 0 ? nameAndField : nameAndField.substring(0, end);
        if (!NAME.matcher(name).matches()) {
            throw new WrongSetting(key, "names a feed with other characters than lower-case letters and digits");
        }
        if (name.length() > LONGEST_NAME) {
            throw new WrongSetting(key, "names a feed with more than " + LONGEST_NAME + " characters");
        }
        if (end < 0 || !FIELDS.contains(nameAndField.substring(end + 1))) {
            throw new WrongSetting(key, "is unknown: a feed has product, header, secrets, secrets-file and domains");
        }
        if (name.equals(Feeds.DEFAULT)) {
            throw new WrongSetting(key, "names the feed default, which egnyte.delivery.* configures");
        }
        return name;
    }

    private Feed feed(String name) {
        var prefix = PREFIX + name + ".";
        var product = product(prefix + "product");
        var secrets = both(secrets(prefix + "secrets"), secretsIn(prefix + "secrets-file"));
        var domains = Set.copyOf(settings.list(prefix + "domains"));
        if (secrets.isEmpty()) {
            throw new WrongSetting(prefix + "secrets", "is missing: a feed needs at least one secret");
        }
        if (product == Product.MSP && !domains.isEmpty()) {
            throw new WrongSetting(prefix + "domains", "is not possible for an msp feed: MSP events have no domain");
        }
        return new Feed(name, Set.of(product), header(prefix + "header"), secrets, domains);
    }

    private Product product(String key) {
        var value = settings.text(key)
                .orElseThrow(() -> new WrongSetting(key, "is missing: a feed is of product connect or msp"));
        return Product.named(value).orElseThrow(() -> new WrongSetting(key, "has to be connect or msp"));
    }

    private String header(String key) {
        var header = settings.text(key).orElse(USUAL_HEADER);
        if (!HEADER.matcher(header).matches()) {
            throw new WrongSetting(key, "is no name of an HTTP header");
        }
        return header;
    }

    private List<Secret> secrets(String key) {
        return secrets(key, settings.list(key));
    }

    private List<Secret> secretsIn(String key) {
        return secrets(key, settings.lines(key));
    }

    private static List<Secret> secrets(String key, List<String> values) {
        return values.stream().map(value -> Secret.of(key, value)).toList();
    }

    private static List<Secret> both(List<Secret> some, List<Secret> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
