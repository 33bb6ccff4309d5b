package org.egnytereceiver.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egnytereceiver.server.Liberty;
import org.egnytereceiver.server.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open Liberty: its files, its registry, and what it says of things that are missing. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "liberty")
class LibertyIT extends ServerContract<Liberty> {

    @Override
    Liberty made(Path directory) {
        return new Liberty("liberty", directory);
    }

    /** Its first start makes its directory; each test has it start with what is there then. */
    @Override
    void begin() {
        super.begin();
        server.stop();
    }

    @Override
    void prepare() {
        configureTwice();
    }

    @Override
    void cleanUp() {
        server.stop();
        server.takeBack();
        server.unconfigure().orThrow();
    }

    /** Starts the server with the application in its place. */
    @Override
    Outcome deploy() {
        server.place(WAR);
        server.start();
        return server.startOfApplication();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dataSource id='EgnyteReceiver' jndiName='jdbc/Another'/>                | jdbc/EgnyteReceiver is missing
            <jmsConnectionFactory id='EgnyteConnections' jndiName='jms/Another'/>    | jms/EgnyteConnections is missing
            <authData id='EgnyteBroker' user='nobody' password='wrong'/>             | The queue egnyte.work must not be used
            <variable name='egnyte.operator.password' value='{aes}ARC+syf8S'/>       | The setting egnyte.operator.password
            """)
    void whatIsMissingOrWrongIsNamedByOneSentence(String otherwise, String finding) throws IOException {
        server.override(otherwise);

        receiverRefuses(finding);
    }

    /** The server does not begin with an application whose adapter it is told of and does not have. */
    @Test
    void withoutTheAdapterTheServerNamesItAndWaits() {
        server.override("<resourceAdapter id='egnytera' location='nowhere.rar'/>");
        server.place(WAR);
        server.start();

        Awaiting.until("the sentence of the server", () -> assertThat(Files.readString(server.log()))
                .contains("J2CA7014W: The resource adapter egnytera could not be installed"));

        isNotThere();
    }
}
