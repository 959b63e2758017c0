package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.RequestTarget;
import io.github.wininet4j.engine.url.UrlScheme;
import java.nio.charset.Charset;

/** Makes request URLs out of parsed text. */
final class HttpUrls {
    private HttpUrls() {}

    /**
     * Makes the URL of a request.
     *
     * @param url an http or https URL
     * @param path charset of the path
     * @param extra charset of the query
     * @param encodeExtra whether the query is percent-encoded
     * @return the URL
     */
    static HttpUrl of(ParsedUrl url, Charset path, Charset extra, boolean encodeExtra) {
        String target = RequestTarget.encode(url.pathAndExtra(), path, extra, encodeExtra);
        return new HttpUrl(
                url.scheme() == UrlScheme.HTTPS,
                HostText.forConnection(HostText.fromHeader(url.host())),
                url.port(),
                target);
    }
}
