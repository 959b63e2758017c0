package io.github.wininet4j.engine.http.exchange;

import static io.github.wininet4j.engine.http.head.HeadSamples.list;
import static io.github.wininet4j.engine.http.head.HeadSamples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.EventNames;
import io.github.wininet4j.engine.http.stream.MemoryStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.http.stream.SharedSession;
import io.github.wininet4j.engine.http.stream.StreamFactory;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.HstsHosts;
import io.github.wininet4j.engine.net.tls.Revocation;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.ServerPolicies;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Layers over streams of another kind than HTTP/1.1. */
final class LayersTest {
    private static final ServerTrust TRUST =
            new ServerTrust(null, Revocation.UNCHECKED, new HstsHosts(InstantSource.system(), HstsHosts.Store.NONE));

    private static Network network(StreamFactory streams) {
        return new Network(streams, url -> List.of(Route.DIRECT), new ServerPolicies(), TRUST, false);
    }

    private static Request get(String target, boolean decoding) {
        DwordSettings settings = DwordSettings.DEFAULTS.with(DwordSetting.HTTP_DECODING, decoding ? 1 : 0);
        RequestContext context = new RequestContext(
                new EventNames(),
                settings,
                0,
                null,
                null,
                null,
                ProxyAccess.DIRECT,
                Logons.none(),
                new Cancellation(),
                ExchangeListener.NONE,
                CacheNames.OF_URL);
        HttpUrl url = new HttpUrl(UrlScheme.HTTP, "h", 80, target);
        return new Request(context, url, "GET", list("Accept-Encoding: gzip"), RequestBody.NONE);
    }

    private static String text(Response response) throws IOException {
        ContentStream content = response.content();
        byte[] bytes = new byte[100];
        int count = Math.max(content.read(bytes, 0, bytes.length), 0);
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static Response exchange(Opener opener, Request request) throws IOException {
        HttpExchange exchange = opener.open(request);
        exchange.send();
        return exchange.receive();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static Exchanges cacheOverDecoding(byte[] body) {
        ResponseFields head = response("Content-Encoding: gzip", "Content-Length: " + body.length);
        StreamFactory streams = (url, route, options, fresh) -> new MemoryStream(head, body);
        return new Exchanges(List.of(new MemoryCache(), Exchanges.decoding(new Inflaters())), network(streams));
    }

    @Test
    @Rule("R-CACHE-10")
    void keptResponse_thatWasStoredWithoutDecoding_isReturnedAsStored() throws IOException {
        byte[] coded = gzip("hello");
        Exchanges exchanges = cacheOverDecoding(coded);

        String first = text(exchange(exchanges, get("/", false)));
        Response second = exchange(exchanges, get("/", true));

        assertThat(first).isEqualTo(new String(coded, StandardCharsets.ISO_8859_1));
        assertThat(text(second)).isEqualTo(first);
        assertThat(second.transcript().response().first("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    @Rule("R-CACHE-10")
    void keptResponse_thatWasDecodedBeforeItWasStored_isReturnedDecoded() throws IOException {
        Exchanges exchanges = cacheOverDecoding(gzip("hello"));

        assertThat(text(exchange(exchanges, get("/", true)))).isEqualTo("hello");
        Response second = exchange(exchanges, get("/", false));

        assertThat(text(second)).isEqualTo("hello");
        assertThat(second.transcript().response().contains("Content-Encoding")).isFalse();
    }

    @Test
    void streamsOfASharedConnection_areReceivedInAnyOrder() throws IOException {
        SharedSession session = new SharedSession();
        Network network = network(session);
        HttpExchange first = network.open(get("/1", false));
        HttpExchange second = network.open(get("/2", false));

        first.send();
        second.send();

        assertThat(text(first.receive())).isEqualTo("/1");
        assertThat(text(second.receive())).isEqualTo("/2");
        assertThat(session.order()).containsExactly("/2", "/2", "/1", "/1");
    }
}
