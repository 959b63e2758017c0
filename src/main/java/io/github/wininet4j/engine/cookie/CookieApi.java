package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.call.ThreadState;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.function.CookieFunctions;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cookie functions. */
public final class CookieApi implements CookieFunctions {
    private static final int SAME_SITE =
            CookieFlag.INTERNET_COOKIE_SAME_SITE_STRICT | CookieFlag.INTERNET_COOKIE_SAME_SITE_LAX;

    /** What a caller may say of a cookie; that it is a session cookie follows from the expiry (R-COOKIE2-6). */
    private static final int SETTABLE = CookieFlag.INTERNET_COOKIE_IS_SECURE
            | CookieFlag.INTERNET_COOKIE_IS_RESTRICTED
            | CookieFlag.INTERNET_COOKIE_HTTPONLY
            | CookieFlag.INTERNET_COOKIE_HOST_ONLY
            | CookieFlag.INTERNET_COOKIE_HOST_ONLY_APPLIED
            | SAME_SITE;

    private final CookieJar jar;
    private final ThreadState.Table threads;

    /**
     * Creates the functions.
     *
     * @param jar the cookies
     * @param threads what is kept per thread
     */
    public CookieApi(CookieJar jar, ThreadState.Table threads) {
        this.jar = jar;
        this.threads = threads;
    }

    // ---- setting

    @Override
    public boolean InternetSetCookie(
            @Nullable String lpszUrl, @Nullable String lpszCookieName, @Nullable String lpszCookieData) {
        CookieFields fields = fields(lpszUrl, lpszCookieName, lpszCookieData);
        HttpUrl url = url(required(lpszUrl));
        if (!store(url, fields, true)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_OPERATION);
        }
        return true;
    }

    /** In Java the reserved argument says nothing: the policy that it points to is C memory (R-COOKIE-21). */
    @Override
    public int InternetSetCookieEx(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            @Nullable String lpszCookieData,
            int dwFlags,
            long dwReserved) {
        CookieFields fields = fields(lpszUrl, lpszCookieName, lpszCookieData);
        HttpUrl url = url(required(lpszUrl));
        int state = judge(url, fields, dwFlags, null);
        boolean fromScript = (dwFlags & CookieFlag.INTERNET_COOKIE_HTTPONLY) == 0;
        if (!CookiePolicy.stores(state) || store(url, CookiePolicy.apply(state, fields), fromScript)) {
            return state;
        }
        // The call has a result and an error at once (R-COOKIE-42).
        threads.current().setLastError(Win32Error.ERROR_INVALID_OPERATION);
        return CookieFlag.COOKIE_STATE_REJECT;
    }

    /** Reads the data, which is looked at before the URL is (R-COOKIE-43). */
    private CookieFields fields(@Nullable String url, @Nullable String name, @Nullable String data) {
        required(url);
        CookieFields fields = jar.timed(CookieParser.parse(name, required(data)));
        if (!fields.isUsable()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return fields;
    }

    @Override
    public int InternetSetCookieEx2(
            @Nullable String pcwszUrl,
            @Nullable INTERNET_COOKIE2 pCookie,
            @Nullable String pcwszP3PPolicy,
            int dwFlags,
            @Nullable DwordRef pdwCookieState) {
        required(pcwszUrl);
        CookieFields fields = fields(required(pCookie), dwFlags);
        HttpUrl url = url(required(pcwszUrl));
        DwordRef result = pdwCookieState == null ? new DwordRef() : pdwCookieState;
        result.value = judge(url, fields, dwFlags, pcwszP3PPolicy);
        if (CookiePolicy.stores(result.value)
                && !store(
                        url,
                        CookiePolicy.apply(result.value, fields),
                        (dwFlags & CookieFlag.INTERNET_COOKIE_NON_SCRIPT) == 0)) {
            result.value = CookieFlag.COOKIE_STATE_REJECT;
            throw new WinInetFailure(Win32Error.ERROR_INVALID_OPERATION);
        }
        return Win32Error.ERROR_SUCCESS;
    }

    private int judge(HttpUrl url, CookieFields fields, int flags, @Nullable String compactPolicy) {
        if ((flags & CookieFlag.INTERNET_COOKIE_PROMPT_REQUIRED) != 0) {
            return CookieFlag.COOKIE_STATE_PROMPT;
        }
        CookieContext context = new CookieContext(
                zone(flags),
                (flags & CookieFlag.INTERNET_COOKIE_THIRD_PARTY) != 0,
                (flags & CookieFlag.INTERNET_COOKIE_EVALUATE_P3P) != 0,
                compactPolicy);
        return jar.policy().judge(url.hostKey(), fields.expires() == null, context);
    }

    /** The flag makes as if the URL were that of an untrusted site (R-COOKIE-14). */
    private static int zone(int flags) {
        return (flags & CookieFlag.INTERNET_COOKIE_RESTRICTED_ZONE) != 0
                ? CookieContext.UNTRUSTED_ZONE
                : CookieContext.INTERNET_ZONE;
    }

    /** Stores a cookie; false if cookies for HTTP only stand in the way (R-COOKIE-16, R-COOKIE-17). */
    private boolean store(HttpUrl url, CookieFields fields, boolean fromScript) {
        Cookie cookie = jar.make(url, fields);
        if (cookie == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return !(fromScript && cookie.has(CookieFlag.INTERNET_COOKIE_HTTPONLY)) && jar.put(cookie, fromScript);
    }

    private static CookieFields fields(INTERNET_COOKIE2 cookie, int setFlags) {
        String domain = emptyAsNull(cookie.pwszDomain);
        int flags = cookie.dwFlags & SETTABLE;
        if ((setFlags & CookieFlag.INTERNET_COOKIE_APPLY_HOST_ONLY) != 0) {
            flags |= CookieFlag.INTERNET_COOKIE_HOST_ONLY_APPLIED;
            flags |= domain == null ? CookieFlag.INTERNET_COOKIE_HOST_ONLY : 0;
        }
        boolean session = (cookie.dwFlags & CookieFlag.INTERNET_COOKIE_IS_SESSION) != 0;
        Instant expires = cookie.fExpiresSet && !session ? cookie.ftExpires.toInstant() : null;
        CookieFields fields = new CookieFields(
                text(cookie.pwszName),
                text(cookie.pwszValue),
                false,
                domain,
                emptyAsNull(cookie.pwszPath),
                expires,
                null,
                flags);
        if (!fields.isUsable()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return fields;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    // ---- getting

    @Override
    public boolean InternetGetCookie(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            @Nullable TextBuffer lpszCookieData,
            @Nullable DwordRef lpdwSize) {
        DwordRef size = required(lpdwSize);
        return answer(find(lpszUrl, null, 0, CookieFlag.INTERNET_COOKIE_HTTPONLY), lpszCookieData, size);
    }

    @Override
    public boolean InternetGetCookieEx(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            @Nullable TextBuffer lpszCookieData,
            @Nullable DwordRef lpdwSize,
            int dwFlags,
            @Nullable LPVOID lpReserved) {
        DwordRef size = required(lpdwSize);
        boolean all = (dwFlags & CookieFlag.INTERNET_COOKIE_HTTPONLY) != 0;
        return answer(
                find(lpszUrl, lpszCookieName, dwFlags, all ? 0 : CookieFlag.INTERNET_COOKIE_HTTPONLY),
                lpszCookieData,
                size);
    }

    @Override
    public int InternetGetCookieEx2(
            @Nullable String pcwszUrl,
            @Nullable String pcwszCookieName,
            int dwFlags,
            @Nullable CookiesRef ppCookies,
            @Nullable DwordRef pdwCookieCount) {
        CookiesRef cookies = required(ppCookies);
        DwordRef count = required(pdwCookieCount);
        boolean all = (dwFlags & CookieFlag.INTERNET_COOKIE_NON_SCRIPT) != 0;
        cookies.value = find(pcwszUrl, pcwszCookieName, dwFlags, all ? 0 : CookieFlag.INTERNET_COOKIE_HTTPONLY).stream()
                .map(CookieApi::structure)
                .toArray(INTERNET_COOKIE2[]::new);
        count.value = cookies.value.length;
        return count.value == 0 ? Win32Error.ERROR_NO_MORE_ITEMS : Win32Error.ERROR_SUCCESS;
    }

    private List<Cookie> find(@Nullable String text, @Nullable String name, int flags, int hidden) {
        HttpUrl url = url(required(text));
        boolean thirdParty = (flags & CookieFlag.INTERNET_COOKIE_THIRD_PARTY) != 0;
        if (zone(flags) == CookieContext.UNTRUSTED_ZONE
                && jar.policy().blocks(url.hostKey(), CookieContext.UNTRUSTED_ZONE, thirdParty)) {
            return List.of();
        }
        int left = hidden | (thirdParty ? CookieFlag.INTERNET_COOKIE_IS_RESTRICTED : 0);
        left |= (flags & CookieFlag.INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE) != 0 ? SAME_SITE : 0;
        List<Cookie> found = jar.find(url, left);
        return name == null
                ? found
                : found.stream().filter(cookie -> cookie.name().equals(name)).toList();
    }

    /**
     * Sizes are characters when the text is handed over and bytes when it is not (R-COOKIE-9, R-COOKIE-10,
     * R-COOKIE-11).
     */
    private static boolean answer(List<Cookie> cookies, @Nullable TextBuffer buffer, DwordRef size) {
        if (cookies.isEmpty()) {
            size.value = 0;
            throw new WinInetFailure(Win32Error.ERROR_NO_MORE_ITEMS);
        }
        if (buffer != null && !buffer.holds(size.value)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String text = cookies.stream().map(Cookie::text).collect(Collectors.joining("; "));
        int needed = text.length() + 1;
        if (buffer == null || size.value < needed) {
            size.value = needed * Character.BYTES;
            if (buffer == null) {
                return true;
            }
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        buffer.set(text);
        size.value = needed;
        return true;
    }

    private static INTERNET_COOKIE2 structure(Cookie cookie) {
        INTERNET_COOKIE2 result = new INTERNET_COOKIE2();
        result.pwszName = emptyAsNull(cookie.name());
        result.pwszValue = cookie.value();
        result.pwszDomain = cookie.domain();
        result.pwszPath = cookie.path();
        result.dwFlags = cookie.flags();
        Instant expires = cookie.expires();
        if (expires != null) {
            result.ftExpires = FILETIME.of(expires);
            result.fExpiresSet = true;
        }
        return result;
    }

    @Override
    public void InternetFreeCookies(@Nullable CookiesRef pCookies, int dwCookieCount) {
        if (pCookies != null) {
            pCookies.value = new INTERNET_COOKIE2[0];
        }
    }

    // ---- files and domains

    @Override
    public boolean ImportCookieFile(@Nullable String szFilename) {
        jar.add(CookieFile.of(required(szFilename)).read());
        return true;
    }

    @Override
    public boolean ExportCookieFile(@Nullable String szFilename, boolean fAppend) {
        CookieFile.of(required(szFilename)).write(jar.persistent(), fAppend);
        return true;
    }

    @Override
    public boolean IsDomainLegalCookieDomain(@Nullable String pchDomain, @Nullable String pchFullDomain) {
        String domain = required(pchDomain);
        String host = required(pchFullDomain).toLowerCase(Locale.ROOT);
        return CookieMatcher.domain(host, domain) != null;
    }

    private static <T> T required(@Nullable T argument) {
        if (argument == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return argument;
    }

    /** Reads a URL that a caller gave; one that names no host is invalid (R-COOKIE-23). */
    private static HttpUrl url(String text) {
        ParsedUrl url = UrlParser.parse(text);
        if (url.host().isEmpty()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return new HttpUrl(url.scheme(), HostText.forConnection(url.host()), url.port(), url.path());
    }
}
