package org.egnytereceiver.launcher;

import java.io.PrintStream;

/** What a person sees when the receiver is ready. */
final class Welcome {

    private static final String SAMPLE = """
            [{"eventId":"sample-1","domain":"acme","timestamp":1764000000000,"user":{"username":"oreyes"},\
            "actionSource":"WebUI","eventType":"fs:add_file","data":{"targetPath":"/Shared/hello.txt"}}]""";

    private Welcome() {
    }

    static void print(PrintStream screen, Port port, DataDirectory data, Credentials credentials) {
        var base = "http://localhost:" + port.number() + "/egnyte";
        var secret = credentials.madeUpSecret() == null ? "YOUR-SECRET" : credentials.madeUpSecret();
        screen.printf("""

                The Egnyte Webhook Receiver is ready.

                  Connect webhook   %1$s/webhooks/connect
                  MSP webhook       %1$s/webhooks/msp
                  API               %1$s/api/events
                  Data              %2$s
                  Secret            %7$s: %3$s
                  Operator          %4$s

                Send a sample delivery:

                  curl -H '%7$s: %3$s' -H 'Content-Type: application/json' -d '%6$s' %1$s/webhooks/connect

                Read it back:

                  curl %5$s '%1$s/api/events'

                Ctrl-C stops it; the data stay.

                """, base, data.root(), secret, credentials.account(), credentials.accountOfCurl(), SAMPLE,
                credentials.header());
    }
}
