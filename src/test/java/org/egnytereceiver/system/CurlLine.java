package org.egnytereceiver.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.regex.Pattern;

/** A command of curl with options for headers, body and account, as a shell and curl would read it. */
final class CurlLine {

    /** Between single quotes, or without any. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private CurlLine() {
    }

    static Answer run(String command) {
        var words = WORD.matcher(command).results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1)).iterator();
        if (!words.next().equals("curl")) {
            throw new IllegalArgumentException(command);
        }
        return Answer.to(HttpClient.newHttpClient(), request(words));
    }

    private static HttpRequest request(Iterator<String> words) {
        var request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(60));
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "-H" -> {
                    var header = words.next().split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-d" -> request.POST(BodyPublishers.ofString(words.next()));
                case "-u" -> request.header("Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(words.next().getBytes(UTF_8)));
                default -> request.uri(URI.create(word));
            }
        }
        return request.build();
    }
}
