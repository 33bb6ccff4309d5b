package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.egnytereceiver.server.ApplicationServer;
import org.egnytereceiver.server.Make;
import org.egnytereceiver.support.MarkdownTable;
import org.egnytereceiver.support.OidcProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting of the README's table is taken from the console of the server. Takes minutes, since most are wrong once
 * and each of those is a deployment that fails: it has to be asked for.
 */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara-server|wildfly")
@EnabledIfSystemProperty(named = "every-setting", matches = "true")
class EverySettingIT extends BareServerTest<ApplicationServer> {

    private final OidcProvider provider = OidcProvider.started();
    private final Map<String, SettingCase> cases = new SettingCases(provider).byKey();

    @Override
    ApplicationServer made(Path directory) {
        return Make.chosen().orElseThrow().in(directory);
    }

    @Override
    void begin() {
        super.begin();
        configure(Map.of());
    }

    @AfterAll
    void stopProvider() {
        provider.close();
    }

    static List<String> keys() {
        return MarkdownTable.settings();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isTakenFromTheConsole(String name) throws IOException {
        assertThat(cases).containsKey(name);
        var key = name.replace("<name>", "legal");
        var setting = cases.get(name);
        setting.beside().forEach(this::set);
        set(key, setting.value());

        if (setting.effect().isEmpty()) {
            receiverRefuses("The setting " + key + " ");
        } else {
            deploy().orThrow();
            setting.effect().orElseThrow().accept(receiver());
        }
    }
}
