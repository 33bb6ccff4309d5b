package org.egnytereceiver.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;

/**
 * What proves Egnyte and the operator. What nobody has set is made up once, kept in the data directory, and handed to
 * the application as a system property.
 *
 * @param header         name of the header that carries the secret
 * @param madeUpSecret   the secret, or null when one is configured
 * @param operator       name of the operator's account
 * @param madeUpPassword the operator's password, or null when one is configured
 * @param accounts       where the accounts are kept
 */
record Credentials(String header, String madeUpSecret, String operator, String madeUpPassword, String accounts) {

    private static final String OWN = "own";

    private static final String HEADER = "egnyte.delivery.header";
    private static final String SECRETS = "egnyte.delivery.secrets";
    private static final String SECRETS_FILE = "egnyte.delivery.secrets-file";
    private static final String NAME = "egnyte.operator.name";
    private static final String PASSWORD = "egnyte.operator.password";
    private static final String ACCOUNTS = "egnyte.accounts.source";

    static Credentials in(DataDirectory data) throws IOException {
        var kept = new Properties();
        if (Files.exists(data.credentials())) {
            try (var file = Files.newBufferedReader(data.credentials())) {
                kept.load(file);
            }
        }
        var header = word(HEADER, "Authorization");
        var secret = configured(SECRETS_FILE) == null ? madeUp(SECRETS, kept) : null;
        var accounts = word(ACCOUNTS, OWN);
        var credentials = accounts.equals(OWN)
                ? new Credentials(header, secret, configuredOr(NAME, "operator"), madeUp(PASSWORD, kept), accounts)
                : new Credentials(header, secret, null, null, accounts);
        keep(data, kept);
        return credentials;
    }

    /** Who may look and act, for people. */
    String account() {
        return accounts.equals(OWN) ? operator + " / " + password() : "as egnyte.accounts.source=" + accounts + " says";
    }

    /** How {@code curl} proves to be that. */
    String accountOfCurl() {
        return switch (accounts) {
            case OWN -> "-u '" + operator + ":" + password() + "'";
            case "oidc" -> "-H 'Authorization: Bearer YOUR-TOKEN'";
            default -> "-u 'YOUR-NAME:YOUR-PASSWORD'";
        };
    }

    private String password() {
        return madeUpPassword == null ? "YOUR-PASSWORD" : madeUpPassword;
    }

    private static String madeUp(String key, Properties kept) {
        if (configured(key) != null) {
            return null;
        }
        var value = (String) kept.computeIfAbsent(key, missing -> random());
        System.setProperty(key, value);
        return value;
    }

    private static String configuredOr(String key, String defaultValue) {
        var configured = configured(key);
        if (configured == null) {
            System.setProperty(key, defaultValue);
        }
        return configured == null ? defaultValue : configured;
    }

    private static String word(String key, String defaultValue) {
        var configured = configured(key);
        return configured == null ? defaultValue : configured.strip();
    }

    /** As MicroProfile Config looks for it: system property, then environment variable. */
    private static String configured(String key) {
        var variable = key.replaceAll("[^A-Za-z0-9]", "_");
        var value = System.getProperty(key, System.getenv().getOrDefault(variable,
                System.getenv(variable.toUpperCase(Locale.ROOT))));
        return value == null || value.isBlank() ? null : value;
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void keep(DataDirectory data, Properties kept) throws IOException {
        if (kept.isEmpty()) {
            return;
        }
        var file = data.credentials();
        if (Files.notExists(file)) {
            createForOwnerOnly(data);
        }
        try (var writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Made up at the first start; used where nothing is configured");
        }
    }

    private static void createForOwnerOnly(DataDirectory data) throws IOException {
        if (Files.getFileStore(data.root()).supportsFileAttributeView("posix")) {
            Files.createFile(data.credentials(), PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** Without what was made up. */
    @Override
    public String toString() {
        return "Credentials[operator=" + operator + "]";
    }
}
