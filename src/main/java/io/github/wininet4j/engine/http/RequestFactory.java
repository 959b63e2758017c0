package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.url.UrlScheme;
import org.jspecify.annotations.Nullable;

/** Makes requests out of what HttpOpenRequest and InternetOpenUrl are given (R-REQ). */
public final class RequestFactory {
    private final EngineServices engine;
    private final Opener exchanges;

    /**
     * Creates the factory.
     *
     * @param engine what the requests work with
     * @param exchanges opens their exchanges
     */
    public RequestFactory(EngineServices engine, Opener exchanges) {
        this.engine = engine;
        this.exchanges = exchanges;
    }

    /** Makes a request for a server of HTTP or, by the flags, of HTTPS. */
    HttpRequestNode create(
            ConnectNode connect,
            boolean ownsConnect,
            @Nullable String verb,
            @Nullable String objectName,
            @Nullable String referrer,
            String @Nullable [] acceptTypes,
            int flags,
            long context) {
        boolean secure = (flags & InternetFlag.INTERNET_FLAG_SECURE) != 0;
        UrlScheme scheme = secure ? UrlScheme.HTTPS : UrlScheme.HTTP;
        return create(connect, ownsConnect, scheme, verb, objectName, referrer, acceptTypes, flags, context);
    }

    /** Makes a request for a URL of any scheme that a server or a proxy gets by HTTP. */
    HttpRequestNode create(
            ConnectNode connect,
            boolean ownsConnect,
            UrlScheme scheme,
            @Nullable String verb,
            @Nullable String objectName,
            @Nullable String referrer,
            String @Nullable [] acceptTypes,
            int flags,
            long context) {
        String sentVerb = verb == null || verb.isEmpty() ? "GET" : verb;
        requireToken(sentVerb);
        int inherited = (connect.session().flags() & InternetFlag.INTERNET_FLAG_FROM_CACHE);
        int allFlags = flags | inherited | implied(sentVerb);
        return new HttpRequestNode(
                engine,
                connect,
                ownsConnect,
                exchanges,
                sentVerb,
                objectName == null ? "" : objectName,
                scheme,
                firstHeaders(referrer, acceptTypes),
                allFlags,
                context);
    }

    /** Only responses to GET and POST are ever cached (R-REQ-8). */
    private static int implied(String verb) {
        return verb.equals("GET") || verb.equals("POST")
                ? 0
                : InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE | InternetFlag.INTERNET_FLAG_RELOAD;
    }

    private static HeaderList firstHeaders(@Nullable String referrer, String @Nullable [] acceptTypes) {
        HeaderList headers = new HeaderList();
        if (acceptTypes != null) {
            StringBuilder accept = new StringBuilder();
            for (String type : acceptTypes) {
                // C's array ends with a NULL; Java's may end with one.
                if (type == null) {
                    break;
                }
                accept.append(accept.isEmpty() ? "" : ", ").append(requireLine(type));
            }
            if (!accept.isEmpty()) {
                headers.add("Accept", accept.toString());
            }
        }
        if (referrer != null && !referrer.isEmpty()) {
            headers.add("Referer", requireLine(referrer));
        }
        return headers;
    }

    /** A verb is sent as given (R-WIRE-11), so it must not be able to break the request line. */
    private static void requireToken(String verb) {
        for (int i = 0; i < verb.length(); i++) {
            char c = verb.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
        }
    }

    private static String requireLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0 || c > 0xFF) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
        }
        return text;
    }
}
