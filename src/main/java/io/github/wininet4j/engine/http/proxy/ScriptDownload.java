package io.github.wininet4j.engine.http.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.exchange.CacheNames;
import io.github.wininet4j.engine.http.exchange.ExchangeListener;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Logons;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.RequestContext;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.proxy.pac.PacSource;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Fetches proxy scripts by the engine's own exchanges: without a proxy, without credentials and cookies, in ten seconds
 * at most.
 */
public final class ScriptDownload implements PacSource.Download {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int FLAGS = InternetFlag.INTERNET_FLAG_NO_AUTH | InternetFlag.INTERNET_FLAG_NO_COOKIES;
    private static final int OK = 200;
    private static final int PIECE = 8_192;

    private final Supplier<Opener> exchanges;
    private final Supplier<Logons> logons;

    /**
     * Creates the download.
     *
     * @param exchanges opens exchanges
     * @param logons makes logons without credentials
     */
    public ScriptDownload(Supplier<Opener> exchanges, Supplier<Logons> logons) {
        this.exchanges = exchanges;
        this.logons = logons;
    }

    @Override
    public PacSource.Document fetch(String url) throws IOException {
        ParsedUrl parsed = UrlParser.parse(url);
        HttpUrl target = new HttpUrl(
                parsed.scheme(),
                HostText.forConnection(parsed.host()),
                parsed.port(),
                parsed.pathAndExtra().isEmpty() ? "/" : parsed.pathAndExtra());
        DwordSettings settings = DwordSettings.DEFAULTS
                .with(DwordSetting.CONNECT_TIMEOUT, TIMEOUT_MILLIS)
                .with(DwordSetting.SEND_TIMEOUT, TIMEOUT_MILLIS)
                .with(DwordSetting.RECEIVE_TIMEOUT, TIMEOUT_MILLIS);
        RequestContext context = new RequestContext(
                RequestEvents.SILENT,
                settings,
                FLAGS,
                null,
                null,
                null,
                ProxyAccess.DIRECT,
                logons.get(),
                new Cancellation(),
                ExchangeListener.NONE,
                CacheNames.OF_URL);
        HttpExchange exchange =
                exchanges.get().open(new Request(context, target, "GET", new HeaderList(), RequestBody.NONE));
        try {
            exchange.send();
            return document(exchange.receive());
        } finally {
            exchange.abandon();
        }
    }

    private static PacSource.Document document(Response response) throws IOException {
        ResponseFields head = response.transcript().response();
        if (head == null || head.status() != OK) {
            throw new IOException("no script there: " + (head == null ? "no answer" : head.status()));
        }
        byte[] bytes = new byte[PIECE];
        int length = 0;
        while (length <= PacSource.MAX_BYTES) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            int count = response.content().read(bytes, length, bytes.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return new PacSource.Document(Arrays.copyOf(bytes, length), head.first("Content-Type"));
    }
}
