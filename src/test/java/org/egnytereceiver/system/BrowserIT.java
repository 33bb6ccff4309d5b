package org.egnytereceiver.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the receiver does about browsers, which bring credentials along and make something of every answer. */
class BrowserIT extends SystemTest {

    private static final String ORDER = "{\"filter\":{\"domain\":\"nowhere\"},\"dryRun\":true}";

    @ParameterizedTest
    @CsvSource({"GET,api/stats,true", "GET,api/stats,false", "GET,api/events/0,true", "GET,api/nothing,true",
        "GET,api/events?limit=x,true", "POST,api/replays,true", "DELETE,api/events,true", "OPTIONS,api/events,true",
        "GET,webhooks/connect,false", "POST,webhooks/connect,false", "POST,webhooks/nothing/at/all,false",
        "GET,nothing,false", "GET,'',false", "HEAD,api/stats,true"})
    void everyAnswerIsUselessToABrowserAndSetsNoCookie(String method, String path, boolean asOperator) {
        var request = HttpRequest.newBuilder(receiver.root().resolve(path)).method(method, BodyPublishers.noBody());
        if (asOperator) {
            request.header("Authorization", Receiver.basic("operator", "operator's word"));
        }
        var answer = receiver.send(request);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Strict-Transport-Security")).as("promised on https only").isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET,WEB-INF/web.xml,404", "GET,META-INF/MANIFEST.MF,404", "GET,nothing,404", "TRACE,api/stats,405"})
    void whatTheServerAnswersItselfGivesNothingAway(String method, String path, int status) {
        var answer = receiver.send(HttpRequest.newBuilder(receiver.root().resolve(path))
                .method(method, BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).doesNotContain("web-app", "Manifest-Version");
    }

    @Test
    void aPageOfAnotherSiteMayNotAct() {
        for (var site : new String[] {"cross-site", "same-site"}) {
            receiver.send(replay().header("Sec-Fetch-Site", site)).refuses(403);
        }
        for (var origin : new String[] {"https://evil.example", "null", "http://localhost",
                "http://localhost.evil.example"}) {
            receiver.send(replay().header("Origin", origin)).refuses(403);
        }
    }

    @Test
    void aPageOfOurOwnAndWhoIsNoBrowserMayAct() {
        var own = receiver.root().getScheme() + "://" + receiver.root().getAuthority();
        assertThat(receiver.send(replay()).status()).isEqualTo(200);
        assertThat(receiver.send(replay().header("Origin", own)).status()).isEqualTo(200);
        assertThat(receiver.send(replay().header("Sec-Fetch-Site", "same-origin").header("Origin", own)).status())
                .isEqualTo(200);
        assertThat(receiver.send(replay().header("Sec-Fetch-Site", "none")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
        "text/plain; charset=utf-8", "application/json5", "text/plain; a=b/c", "x"})
    void aFormMayNotAct(String type) {
        receiver.send(receiver.api("replays").header("Authorization", Receiver.basic("operator", "operator's word"))
                .header("Content-Type", type).POST(BodyPublishers.ofString(ORDER))).refuses(415);
    }

    @Test
    void aBodyWithoutATypeMayNotAct() {
        var operator = Receiver.basic("operator", "operator's word");
        receiver.send(receiver.api("replays").header("Authorization", operator)
                .POST(BodyPublishers.ofString(ORDER))).refuses(415);
        receiver.send(receiver.api("replays").header("Authorization", operator)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(ORDER.getBytes(UTF_8)))))
                .refuses(415);
    }

    /** As {@code curl -X POST} sends it. */
    @Test
    void aDeedThatSpeaksOfNoBodyAtAllHasNone() throws IOException {
        assertThat(receiver.answerTo("POST", "api/events/1/replay")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aDeedWithoutABodyNeedsNoTypeAndBearsAnyOne() {
        var operator = Receiver.basic("operator", "operator's word");
        receiver.send(receiver.api("events/1/replay").header("Authorization", operator)
                .POST(BodyPublishers.noBody())).refuses(404);
        receiver.send(receiver.api("events/1/replay").header("Authorization", operator)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.noBody()))
                .refuses(404);
        receiver.send(receiver.api("events/1/replay").header("Authorization", operator)
                .header("Origin", "https://evil.example").POST(BodyPublishers.noBody())).refuses(403);
    }

    @Test
    void whatOpensOneSideOpensNothingAtTheOther() {
        var operator = Receiver.basic("operator", "operator's word");
        receiver.send(receiver.bare("connect").header("Authorization", operator)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[]"))).refuses(401);
        receiver.send(receiver.api("stats").header("Authorization", Receiver.SECRET)).refuses(401);
        receiver.send(receiver.api("stats").header("X-Egnyte-Secret", "finance-secret")).refuses(401);
    }

    private HttpRequest.Builder replay() {
        return receiver.api("replays").header("Authorization", Receiver.basic("operator", "operator's word"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(ORDER));
    }
}
