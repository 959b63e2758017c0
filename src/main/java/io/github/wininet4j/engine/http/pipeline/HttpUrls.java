package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.RequestTarget;
import java.nio.charset.StandardCharsets;

/** Makes request URLs out of parsed text. */
final class HttpUrls {
    private HttpUrls() {}

    /** The URL to ask for; a fragment is not sent (R-URLOPEN-12). */
    static HttpUrl of(ParsedUrl url) {
        String target = RequestTarget.encode(
                url.path() + url.query(), StandardCharsets.UTF_8, StandardCharsets.UTF_8, true);
        return new HttpUrl(url.scheme().equalsIgnoreCase("https"), url.host(), url.port(), target);
    }
}
