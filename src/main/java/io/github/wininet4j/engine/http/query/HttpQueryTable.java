package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.constant.HttpQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HttpQueryInfo knows about each attribute (R-HQ). The rows of attributes 0 to 95 stand at their number;
 * {@code HTTP_QUERY_MAX} is no bound (R-QUERY-23).
 */
public final class HttpQueryTable {
    /** In which messages a header makes sense. Tells the reader; a query finds what is there. */
    public enum Scope {
        /** A request header. */
        REQUEST,
        /** A response header. */
        RESPONSE,
        /** A header of both. */
        BOTH,
        /** A header that is no longer in use. */
        NONE,
        /** No header; made from the rest of the head. */
        SPECIAL
    }

    private static final int REQUEST_HEADERS = HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
    private static final int NUMBERS = HttpQuery.HTTP_QUERY_FLAG_NUMBER | HttpQuery.HTTP_QUERY_FLAG_NUMBER64;
    private static final int COALESCE =
            HttpQuery.HTTP_QUERY_FLAG_COALESCE | HttpQuery.HTTP_QUERY_FLAG_COALESCE_WITH_COMMA;

    /** Modifiers of whatever is text only. There is nothing to coalesce then, so that flag does no harm. */
    private static final int TEXT = REQUEST_HEADERS | COALESCE;

    /** Modifiers of the status code, which no request has (R-QUERY-10). */
    private static final int CODE = NUMBERS | COALESCE;

    private static final int ANY = REQUEST_HEADERS | NUMBERS | COALESCE | HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;

    private static final Row[] BY_ATTRIBUTE = {
        response(HttpQuery.HTTP_QUERY_MIME_VERSION, "MIME-Version"),
        both(HttpQuery.HTTP_QUERY_CONTENT_TYPE, "Content-Type"),
        both(HttpQuery.HTTP_QUERY_CONTENT_TRANSFER_ENCODING, "Content-Transfer-Encoding"),
        both(HttpQuery.HTTP_QUERY_CONTENT_ID, "Content-ID"),
        both(HttpQuery.HTTP_QUERY_CONTENT_DESCRIPTION, "Content-Description", "obsolete"),
        both(HttpQuery.HTTP_QUERY_CONTENT_LENGTH, "Content-Length", "NUMBER64 from 4 GiB on"),
        both(HttpQuery.HTTP_QUERY_CONTENT_LANGUAGE, "Content-Language"),
        response(HttpQuery.HTTP_QUERY_ALLOW, "Allow"),
        response(HttpQuery.HTTP_QUERY_PUBLIC, "Public"),
        both(HttpQuery.HTTP_QUERY_DATE, "Date", "SYSTEMTIME"),
        response(HttpQuery.HTTP_QUERY_EXPIRES, "Expires", "SYSTEMTIME"),
        response(HttpQuery.HTTP_QUERY_LAST_MODIFIED, "Last-Modified", "SYSTEMTIME"),
        neither(HttpQuery.HTTP_QUERY_MESSAGE_ID, "Message-ID", "no longer supported"),
        response(HttpQuery.HTTP_QUERY_URI, "URI"),
        neither(HttpQuery.HTTP_QUERY_DERIVED_FROM, "Derived-From", "no longer supported"),
        neither(HttpQuery.HTTP_QUERY_COST, "Cost", "no longer supported"),
        response(HttpQuery.HTTP_QUERY_LINK, "Link", "obsolete"),
        both(HttpQuery.HTTP_QUERY_PRAGMA, "Pragma"),
        special(HttpQuery.HTTP_QUERY_VERSION, SpecialAttribute.VERSION, TEXT, "such as HTTP/1.1"),
        special(HttpQuery.HTTP_QUERY_STATUS_CODE, SpecialAttribute.STATUS_CODE, CODE, "0 before the send"),
        special(HttpQuery.HTTP_QUERY_STATUS_TEXT, SpecialAttribute.STATUS_TEXT, TEXT, "may be empty"),
        special(HttpQuery.HTTP_QUERY_RAW_HEADERS, SpecialAttribute.RAW_HEADERS, TEXT),
        special(HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, SpecialAttribute.RAW_HEADERS_CRLF, TEXT),
        both(HttpQuery.HTTP_QUERY_CONNECTION, "Connection"),
        request(HttpQuery.HTTP_QUERY_ACCEPT, "Accept"),
        request(HttpQuery.HTTP_QUERY_ACCEPT_CHARSET, "Accept-Charset"),
        request(HttpQuery.HTTP_QUERY_ACCEPT_ENCODING, "Accept-Encoding"),
        request(HttpQuery.HTTP_QUERY_ACCEPT_LANGUAGE, "Accept-Language"),
        request(HttpQuery.HTTP_QUERY_AUTHORIZATION, "Authorization"),
        both(HttpQuery.HTTP_QUERY_CONTENT_ENCODING, "Content-Encoding", "gone after decoding"),
        neither(HttpQuery.HTTP_QUERY_FORWARDED, "Forwarded", "obsolete"),
        request(HttpQuery.HTTP_QUERY_FROM, "From"),
        request(HttpQuery.HTTP_QUERY_IF_MODIFIED_SINCE, "If-Modified-Since"),
        response(HttpQuery.HTTP_QUERY_LOCATION, "Location", "there when not followed"),
        neither(HttpQuery.HTTP_QUERY_ORIG_URI, "Orig-URI", "obsolete"),
        request(HttpQuery.HTTP_QUERY_REFERER, "Referer"),
        response(HttpQuery.HTTP_QUERY_RETRY_AFTER, "Retry-After"),
        response(HttpQuery.HTTP_QUERY_SERVER, "Server"),
        neither(HttpQuery.HTTP_QUERY_TITLE, "Title", "obsolete"),
        request(HttpQuery.HTTP_QUERY_USER_AGENT, "User-Agent", "there after the send"),
        response(HttpQuery.HTTP_QUERY_WWW_AUTHENTICATE, "WWW-Authenticate", "may repeat"),
        response(HttpQuery.HTTP_QUERY_PROXY_AUTHENTICATE, "Proxy-Authenticate", "may repeat"),
        response(HttpQuery.HTTP_QUERY_ACCEPT_RANGES, "Accept-Ranges"),
        response(HttpQuery.HTTP_QUERY_SET_COOKIE, "Set-Cookie", "may repeat"),
        request(HttpQuery.HTTP_QUERY_COOKIE, "Cookie", "there after the send"),
        special(HttpQuery.HTTP_QUERY_REQUEST_METHOD, SpecialAttribute.REQUEST_METHOD, TEXT),
        response(HttpQuery.HTTP_QUERY_REFRESH, "Refresh", "obsolete"),
        response(HttpQuery.HTTP_QUERY_CONTENT_DISPOSITION, "Content-Disposition", "obsolete"),
        response(HttpQuery.HTTP_QUERY_AGE, "Age"),
        both(HttpQuery.HTTP_QUERY_CACHE_CONTROL, "Cache-Control"),
        response(HttpQuery.HTTP_QUERY_CONTENT_BASE, "Content-Base"),
        response(HttpQuery.HTTP_QUERY_CONTENT_LOCATION, "Content-Location"),
        response(HttpQuery.HTTP_QUERY_CONTENT_MD5, "Content-MD5"),
        response(HttpQuery.HTTP_QUERY_CONTENT_RANGE, "Content-Range"),
        response(HttpQuery.HTTP_QUERY_ETAG, "ETag"),
        request(HttpQuery.HTTP_QUERY_HOST, "Host", "there after the send"),
        request(HttpQuery.HTTP_QUERY_IF_MATCH, "If-Match"),
        request(HttpQuery.HTTP_QUERY_IF_NONE_MATCH, "If-None-Match"),
        request(HttpQuery.HTTP_QUERY_IF_RANGE, "If-Range"),
        request(HttpQuery.HTTP_QUERY_IF_UNMODIFIED_SINCE, "If-Unmodified-Since"),
        request(HttpQuery.HTTP_QUERY_MAX_FORWARDS, "Max-Forwards"),
        request(HttpQuery.HTTP_QUERY_PROXY_AUTHORIZATION, "Proxy-Authorization", "before the send only"),
        request(HttpQuery.HTTP_QUERY_RANGE, "Range"),
        both(HttpQuery.HTTP_QUERY_TRANSFER_ENCODING, "Transfer-Encoding"),
        both(HttpQuery.HTTP_QUERY_UPGRADE, "Upgrade"),
        response(HttpQuery.HTTP_QUERY_VARY, "Vary"),
        both(HttpQuery.HTTP_QUERY_VIA, "Via"),
        response(HttpQuery.HTTP_QUERY_WARNING, "Warning"),
        request(HttpQuery.HTTP_QUERY_EXPECT, "Expect"),
        both(HttpQuery.HTTP_QUERY_PROXY_CONNECTION, "Proxy-Connection"),
        request(HttpQuery.HTTP_QUERY_UNLESS_MODIFIED_SINCE, "Unless-Modified-Since"),
        special(HttpQuery.HTTP_QUERY_ECHO_REQUEST, SpecialAttribute.NOTHING, TEXT, "not implemented"),
        special(HttpQuery.HTTP_QUERY_ECHO_REPLY, SpecialAttribute.NOTHING, TEXT, "not implemented"),
        special(HttpQuery.HTTP_QUERY_ECHO_HEADERS, SpecialAttribute.NOTHING, TEXT, "not implemented"),
        special(HttpQuery.HTTP_QUERY_ECHO_HEADERS_CRLF, SpecialAttribute.NOTHING, TEXT, "not implemented"),
        response(HttpQuery.HTTP_QUERY_PROXY_SUPPORT, "Proxy-Support", "undocumented"),
        response(HttpQuery.HTTP_QUERY_AUTHENTICATION_INFO, "Authentication-Info", "undocumented"),
        response(HttpQuery.HTTP_QUERY_PASSPORT_URLS, "PassportURLs", "undocumented"),
        response(HttpQuery.HTTP_QUERY_PASSPORT_CONFIG, "PassportConfig", "undocumented"),
        response(HttpQuery.HTTP_QUERY_X_CONTENT_TYPE_OPTIONS, "X-Content-Type-Options"),
        response(HttpQuery.HTTP_QUERY_P3P, "P3P"),
        both(HttpQuery.HTTP_QUERY_X_P2P_PEERDIST, "X-P2P-PeerDist"),
        request(HttpQuery.HTTP_QUERY_TRANSLATE, "Translate"),
        response(HttpQuery.HTTP_QUERY_X_UA_COMPATIBLE, "X-UA-Compatible"),
        response(HttpQuery.HTTP_QUERY_DEFAULT_STYLE, "Default-Style"),
        response(HttpQuery.HTTP_QUERY_X_FRAME_OPTIONS, "X-Frame-Options"),
        response(HttpQuery.HTTP_QUERY_X_XSS_PROTECTION, "X-XSS-Protection"),
        response(HttpQuery.HTTP_QUERY_SET_COOKIE2, "Set-Cookie2", "undocumented"),
        request(HttpQuery.HTTP_QUERY_DO_NOT_TRACK, "DNT", "undocumented"),
        both(HttpQuery.HTTP_QUERY_KEEP_ALIVE, "Keep-Alive", "undocumented"),
        request(HttpQuery.HTTP_QUERY_HTTP2_SETTINGS, "HTTP2-Settings", "undocumented"),
        response(HttpQuery.HTTP_QUERY_STRICT_TRANSPORT_SECURITY, "Strict-Transport-Security", "undocumented"),
        request(HttpQuery.HTTP_QUERY_TOKEN_BINDING, "Sec-Token-Binding", "undocumented"),
        response(
                HttpQuery.HTTP_QUERY_INCLUDE_REFERRED_TOKEN_BINDING_ID,
                "Include-Referred-Token-Binding-ID",
                "undocumented"),
        response(HttpQuery.HTTP_QUERY_PUBLIC_KEY_PINS, "Public-Key-Pins", "undocumented"),
        response(HttpQuery.HTTP_QUERY_PUBLIC_KEY_PINS_REPORT_ONLY, "Public-Key-Pins-Report-Only", "undocumented")
    };

    /** The header that the caller names in the buffer (R-QUERY-16). */
    private static final Row CUSTOM = both(HttpQuery.HTTP_QUERY_CUSTOM, "", "name in the buffer");

    private HttpQueryTable() {}

    /**
     * Finds the row of an attribute.
     *
     * @param attribute an info level without its modifiers
     * @return the row, or null for an unknown attribute
     */
    public static @Nullable Row row(int attribute) {
        if (attribute >= 0 && attribute < BY_ATTRIBUTE.length) {
            return BY_ATTRIBUTE[attribute];
        }
        return attribute == HttpQuery.HTTP_QUERY_CUSTOM ? CUSTOM : null;
    }

    /** Returns the rows that have a fixed meaning, by attribute: all but the custom one. */
    public static List<Row> rows() {
        return List.of(BY_ATTRIBUTE);
    }

    /**
     * One attribute.
     *
     * @param attribute {@code HTTP_QUERY_*}
     * @param header the name of the header it stands for; empty if it stands for none
     * @param scope which messages have it
     * @param modifiers {@code HTTP_QUERY_FLAG_*} it may be combined with
     * @param special what it stands for if that is not a header, else null
     * @param note a remark for the reader; may be empty
     */
    public record Row(
            int attribute,
            String header,
            Scope scope,
            int modifiers,
            @Nullable SpecialAttribute special,
            String note) {}

    private static Row request(int attribute, String header, String... note) {
        return header(attribute, header, Scope.REQUEST, note);
    }

    private static Row response(int attribute, String header, String... note) {
        return header(attribute, header, Scope.RESPONSE, note);
    }

    private static Row both(int attribute, String header, String... note) {
        return header(attribute, header, Scope.BOTH, note);
    }

    private static Row neither(int attribute, String header, String... note) {
        return header(attribute, header, Scope.NONE, note);
    }

    private static Row header(int attribute, String header, Scope scope, String... note) {
        return new Row(attribute, header, scope, ANY, null, String.join("", note));
    }

    private static Row special(int attribute, SpecialAttribute value, int modifiers, String... note) {
        return new Row(attribute, "", Scope.SPECIAL, modifiers, value, String.join("", note));
    }
}
