package io.github.wininet4j.engine.http;

import static io.github.wininet4j.constant.InternetOption.*;

import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.http.auth.AuthTarget;
import io.github.wininet4j.engine.http.auth.UserPassword;
import io.github.wininet4j.engine.http.exchange.CacheUse;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionOwner;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionRows;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.url.HttpUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options of HTTP requests, and those that they share with HTTP connections and sessions. */
public final class HttpOptionRows {
    static final OptionOwner<HttpRequestNode> REQUEST = OptionOwner.of("HTTP request", HttpRequestNode.class);

    private static final OptionOwner<SettingsNode> CONNECTION_OR_REQUEST = new OptionOwner<>(
            "HTTP connection, HTTP request",
            SettingsNode.class,
            Set.of(HandleKind.CONNECT_HTTP, HandleKind.HTTP_REQUEST));

    private static final OptionOwner<SettingsNode> ANY_HTTP = new OptionOwner<>(
            "session, HTTP connection, HTTP request",
            SettingsNode.class,
            Set.of(HandleKind.SESSION, HandleKind.CONNECT_HTTP, HandleKind.HTTP_REQUEST));

    private static final int IDN_FLAGS = 3;

    private HttpOptionRows() {}

    /**
     * Returns the rows.
     *
     * @param engine what the options are about
     * @return the rows
     */
    public static List<OptionRow<?, ?>> rows(EngineServices engine) {
        List<OptionRow<?, ?>> rows = new ArrayList<>();
        addTexts(rows, engine);
        addEncodings(rows);
        addBehaviour(rows, engine);
        addResults(rows);
        rows.addAll(SecurityOptionRows.rows(engine));
        return rows;
    }

    private static void addTexts(List<OptionRow<?, ?>> rows, EngineServices engine) {
        rows.add(credential(INTERNET_OPTION_USERNAME, Credentials::user, Credentials::withUser)
                .get(request -> logonText(engine, request, Credentials::user, UserPassword::user)));
        rows.add(credential(INTERNET_OPTION_PASSWORD, Credentials::password, Credentials::withPassword)
                .get(request -> logonText(engine, request, Credentials::password, UserPassword::password)));
        rows.add(credential(INTERNET_OPTION_PROXY_USERNAME, Credentials::proxyUser, Credentials::withProxyUser));
        rows.add(
                credential(INTERNET_OPTION_PROXY_PASSWORD, Credentials::proxyPassword, Credentials::withProxyPassword));
        rows.add(text(
                INTERNET_OPTION_SECONDARY_CACHE_KEY,
                RequestCredentials::secondaryCacheKey,
                RequestCredentials::setSecondaryCacheKey));
        rows.add(row(INTERNET_OPTION_ENTERPRISE_CONTEXT, OptionCodecs.TEXT)
                .set((request, value) -> request.texts().setEnterpriseContext(value))
                .withoutEffect());
    }

    private static OptionRow<HttpRequestNode, String> text(
            int id,
            Function<RequestCredentials, @Nullable String> getter,
            BiConsumer<RequestCredentials, String> setter) {
        return OptionRows.text(
                id,
                REQUEST,
                request -> getter.apply(request.texts()),
                (request, value) -> setter.accept(request.texts(), value));
    }

    /** What was set on the request, else what was remembered for its URL (R-AUTH-10). */
    private static String logonText(
            EngineServices engine,
            HttpRequestNode request,
            Function<Credentials, @Nullable String> told,
            Function<UserPassword, String> remembered) {
        Credentials own = request.texts().credentials();
        String text = told.apply(own);
        if (text == null && own.user() == null) {
            HttpUrl url = request.url();
            AuthTarget target = new AuthTarget(false, url.secure(), url.host(), url.port());
            UserPassword known = engine.authentication().cache().credentialsFor(target, url.target());
            text = known == null ? null : remembered.apply(known);
        }
        return text == null ? "" : text;
    }

    private static OptionRow<HttpRequestNode, String> credential(
            int id,
            Function<Credentials, @Nullable String> getter,
            BiFunction<Credentials, String, Credentials> changed) {
        return text(
                id,
                texts -> getter.apply(texts.credentials()),
                (texts, value) -> texts.changeCredentials(now -> changed.apply(now, value)));
    }

    private static <V> OptionRow<HttpRequestNode, V> row(int id, OptionCodec<V> codec) {
        return OptionRow.of(id, REQUEST, codec);
    }

    /** How the URL is turned into bytes; a request that is there already makes its target anew. */
    private static void addEncodings(List<OptionRow<?, ?>> rows) {
        rows.add(OptionRow.of(INTERNET_OPTION_CODEPAGE_PATH, CONNECTION_OR_REQUEST, OptionCodecs.DWORD)
                .set((node, value) -> encode(node, DwordSetting.CODEPAGE_PATH, value)));
        rows.add(OptionRow.of(INTERNET_OPTION_CODEPAGE_EXTRA, CONNECTION_OR_REQUEST, OptionCodecs.DWORD)
                .set((node, value) -> encode(node, DwordSetting.CODEPAGE_EXTRA, value)));
        rows.add(row(INTERNET_OPTION_ENCODE_EXTRA, OptionCodecs.BOOL)
                .get(request -> request.setting(DwordSetting.ENCODE_EXTRA))
                .set((request, value) -> encode(request, DwordSetting.ENCODE_EXTRA, value)));
        // Host names are always internationalized by IDNA, which needs no code page (R-OPTN-68).
        rows.add(OptionRow.of(INTERNET_OPTION_CODEPAGE, CONNECTION_OR_REQUEST, OptionCodecs.DWORD)
                .set((node, value) -> node.set(DwordSetting.CODEPAGE, value))
                .withoutEffect());
        rows.add(OptionRow.of(INTERNET_OPTION_IDN, CONNECTION_OR_REQUEST, OptionCodecs.DWORD)
                .set((node, value) -> node.set(DwordSetting.IDN, OptionRows.requireBits(value, IDN_FLAGS)))
                .withoutEffect());
    }

    private static void encode(SettingsNode node, DwordSetting setting, int value) {
        node.set(setting, value);
        if (node instanceof HttpRequestNode request) {
            request.encodeTarget();
        }
    }

    private static void addBehaviour(List<OptionRow<?, ?>> rows, EngineServices engine) {
        rows.add(OptionRows.setting(
                INTERNET_OPTION_HTTP_DECODING, ANY_HTTP, OptionCodecs.BOOL, DwordSetting.HTTP_DECODING));
        rows.add(OptionRows.setting(
                        INTERNET_OPTION_REQUEST_PRIORITY, REQUEST, OptionCodecs.DWORD, DwordSetting.REQUEST_PRIORITY)
                .withoutEffect());
        rows.add(row(INTERNET_OPTION_SUPPRESS_SERVER_AUTH, OptionCodecs.NONE).set((request, nothing) -> {
            if (request.sending().transcript() != null) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
            }
            request.set(DwordSetting.SUPPRESS_SERVER_AUTH, 1);
        }));
        rows.add(row(INTERNET_OPTION_IGNORE_OFFLINE, OptionCodecs.NONE)
                .get(request -> OptionCodecs.Nothing.NOTHING)
                .set((request, nothing) -> request.set(DwordSetting.IGNORE_OFFLINE, 1)));
        rows.add(row(INTERNET_OPTION_COOKIES_3RD_PARTY, OptionCodecs.BOOL)
                .set((request, value) -> request.set(DwordSetting.COOKIES_3RD_PARTY, value)));
        rows.add(row(INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL, OptionCodecs.DWORD)
                .set((request, value) -> {
                    if (value < 0 || value > OptionValue.HTTP_COOKIES_SAME_SITE_LEVEL_MAX) {
                        throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
                    }
                    request.set(DwordSetting.COOKIES_SAME_SITE_LEVEL, value);
                }));
        rows.add(row(INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ, OptionCodecs.BOOL)
                .set((request, value) -> request.set(DwordSetting.ENABLE_REDIRECT_CACHE_READ, value)));
        rows.add(row(UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, OptionCodecs.NONE)
                .set((request, nothing) -> {
                    if (!request.verb().equals("GET")) {
                        throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
                    }
                    request.set(DwordSetting.UPGRADE_TO_WEB_SOCKET, 1);
                }));
        rows.add(row(INTERNET_OPTION_PROXY_SETTINGS_CHANGED, OptionCodecs.NONE)
                .set((request, nothing) -> engine.rereadProxies()));
    }

    private static void addResults(List<OptionRow<?, ?>> rows) {
        rows.add(row(INTERNET_OPTION_REQUEST_FLAGS, OptionCodecs.DWORD).get(HttpOptionRows::requestFlags));
        rows.add(row(INTERNET_OPTION_URL, OptionCodecs.URL_TEXT).get(HttpOptionRows::url));
        rows.add(row(INTERNET_OPTION_DATAFILE_NAME, OptionCodecs.TEXT).get(HttpOptionRows::dataFileName));
        rows.add(row(INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH, OptionCodecs.QWORD)
                .get(HttpOptionRows::compressedLength));
        rows.add(row(INTERNET_OPTION_HTTP_PROTOCOL_USED, OptionCodecs.DWORD).get(HttpOptionRows::protocolUsed));
        rows.add(row(INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, RequestOptionCodecs.SOCKET_INFO)
                .get(SocketInfo::of));
        rows.add(row(INTERNET_OPTION_CACHE_TIMESTAMPS, RequestOptionCodecs.CACHE_TIMES)
                .get(HttpOptionRows::cacheTimes));
    }

    private static int requestFlags(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        boolean headless = transcript == null || transcript.response() == null;
        CacheUse cached = request.sending().cached();
        return (headless ? OptionValue.INTERNET_REQFLAG_NO_HEADERS : 0)
                | (cached != null && cached.fromCache() ? OptionValue.INTERNET_REQFLAG_FROM_CACHE : 0)
                | (request.sending().lastFailure().timedOut() ? OptionValue.INTERNET_REQFLAG_NET_TIMEOUT : 0);
    }

    /** The dates of the entry behind the response (R-OPTN-69). */
    private static RequestOptionCodecs.CacheTimes cacheTimes(HttpRequestNode request) {
        CacheUse cached = request.sending().cached();
        if (cached == null) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        return new RequestOptionCodecs.CacheTimes(cached.expires(), cached.modified());
    }

    private static int protocolUsed(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        boolean http2 = transcript != null
                && transcript.response() != null
                && transcript.response().version().equals("HTTP/2.0");
        return http2 ? OptionValue.HTTP_PROTOCOL_FLAG_HTTP2 : 0;
    }

    private static String url(HttpRequestNode request) {
        return request.sending().url().toString();
    }

    private static String dataFileName(HttpRequestNode request) {
        EntryFile file = request.transfer().responseFile();
        if (file == null) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_ITEM_NOT_FOUND);
        }
        file.promise();
        return file.path().toString();
    }

    /** What the server announced, whether it was decoded or not (R-COMP-7). */
    private static long compressedLength(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        if (transcript == null || transcript.response() == null) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
        long length = Math.max(transcript.compressedLength(), transcript.contentLength());
        if (length < 0) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
        }
        return length;
    }
}
