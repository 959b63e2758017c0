package io.github.wininet4j.engine.http.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.fault.WinInetFailure;
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
import io.github.wininet4j.engine.net.Watchdog;
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
 * at most with everything, however slowly a server sends (R-PROJ-PAC-2).
 */
public final class ScriptDownload implements PacSource.Download {
    /** How long a download may take, in milliseconds. */
    public static final int LIMIT_MILLIS = 10_000;

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int FLAGS = InternetFlag.INTERNET_FLAG_NO_AUTH | InternetFlag.INTERNET_FLAG_NO_COOKIES;
    private static final int OK = 200;
    private static final int PIECE = 8_192;

    private final Supplier<Opener> exchanges;
    private final Supplier<Logons> logons;
    private final Watchdog watchdog;
    private final int limitMillis;

    /**
     * Creates the download.
     *
     * @param exchanges opens exchanges
     * @param logons makes logons without credentials
     * @param watchdog notices the end of the time
     * @param limitMillis how long a download may take
     */
    public ScriptDownload(Supplier<Opener> exchanges, Supplier<Logons> logons, Watchdog watchdog, int limitMillis) {
        this.exchanges = exchanges;
        this.logons = logons;
        this.watchdog = watchdog;
        this.limitMillis = limitMillis;
    }

    @Override
    public PacSource.Document fetch(String url, Cancellation cancellation) throws IOException {
        try (FetchDeadline deadline = new FetchDeadline(watchdog, cancellation, limitMillis)) {
            try {
                return fetch(url, deadline);
            } catch (IOException | WinInetFailure e) {
                if (deadline.hasExpired()) {
                    throw new IOException("the script did not arrive within " + limitMillis + " ms", e);
                }
                throw e;
            }
        }
    }

    private PacSource.Document fetch(String url, FetchDeadline deadline) throws IOException {
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
                deadline.cancellation(),
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
