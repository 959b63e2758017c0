package io.github.wininet4j.engine.proxy;

import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_FTP;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_HTTP;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_SOCKS;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.function.ProxyFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WININET_PROXY_INFO;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions about proxies (R-PROXY-25, R-PROXY-26, R-PROXY-36, R-PROXY-38). */
public final class ProxyApi implements ProxyFunctions {
    private static final Map<Integer, ProxyTarget> SCHEMES = Map.of(
            1, new ProxyTarget("ftp", "", 21, ""),
            2, new ProxyTarget("gopher", "", 70, ""),
            3, new ProxyTarget("http", "", 80, ""),
            4, new ProxyTarget("https", "", 443, ""));

    private static final Set<UrlScheme> REQUESTED =
            EnumSet.of(UrlScheme.HTTP, UrlScheme.HTTPS, UrlScheme.FTP, UrlScheme.GOPHER);

    private final ProxyChooser chooser;
    private final Function<@Nullable HINTERNET, ProxyAccess> sessions;
    private final Runnable reread;

    /**
     * Creates the functions.
     *
     * @param chooser knows the settings
     * @param sessions tells how a session reaches the network
     * @param reread takes the settings anew
     */
    public ProxyApi(ProxyChooser chooser, Function<@Nullable HINTERNET, ProxyAccess> sessions, Runnable reread) {
        this.chooser = chooser;
        this.sessions = sessions;
        this.reread = reread;
    }

    @Override
    public boolean InternetInitializeAutoProxyDll(int dwReserved) {
        if (dwReserved != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        reread.run();
        return true;
    }

    /** It belongs to JSProxy.dll, which current Windows does not support. */
    @Override
    public boolean InternetDeInitializeAutoProxyDll(@Nullable String lpszMime, int dwReserved) {
        throw new WinInetFailure(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }

    /** The script of JSProxy.dll, which current Windows does not have, is that of the settings (R-PROJ-PROXY-5). */
    @Override
    public boolean InternetGetProxyInfo(
            @Nullable String lpszUrl,
            int dwUrlLength,
            @Nullable String lpszUrlHostName,
            int dwUrlHostNameLength,
            @Nullable TextBuffer lplpszProxyHostName,
            @Nullable DwordRef lpdwProxyHostNameLength) {
        if (lpszUrl == null
                || lpszUrlHostName == null
                || lplpszProxyHostName == null
                || lpdwProxyHostNameLength == null
                || dwUrlLength < 0
                || dwUrlHostNameLength < 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String answer = scriptAnswer(start(lpszUrl, dwUrlLength), start(lpszUrlHostName, dwUrlHostNameLength));
        if (!lplpszProxyHostName.holds(answer.length() + 1)) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        lplpszProxyHostName.set(answer);
        lpdwProxyHostNameLength.value = answer.length();
        return true;
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private String scriptAnswer(String url, String host) {
        int colon = url.indexOf("://");
        String scheme = colon < 0 ? "http" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        try {
            String answer = chooser.scriptAnswer(new ProxyTarget(scheme, host.toLowerCase(Locale.ROOT), 0, url));
            if (answer != null) {
                return answer;
            }
        } catch (WinInetFailure e) {
            throw e;
        } catch (IOException e) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT);
        }
        throw new WinInetFailure(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }

    @Override
    public boolean DetectAutoProxyUrl(
            @Nullable TextBuffer lpszAutoProxyUrl, int dwAutoProxyUrlLength, int dwDetectFlags) {
        int known = ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP | ProxyType.PROXY_AUTO_DETECT_TYPE_DNS_A;
        if (lpszAutoProxyUrl == null || dwDetectFlags == 0 || (dwDetectFlags & ~known) != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String found = chooser.detect(dwDetectFlags);
        if (found == null) {
            throw new WinInetFailure(WinInetError.ERROR_WINHTTP_AUTODETECTION_FAILED);
        }
        if (found.length() >= dwAutoProxyUrlLength || !lpszAutoProxyUrl.holds(found.length() + 1)) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        lpszAutoProxyUrl.set(found);
        return true;
    }

    /** Modelled on the entries of WinHttpGetProxyResult, which have the same members (R-PROJ-PROXY-7). */
    @Override
    public int InternetGetProxyForUrl(
            @Nullable HINTERNET hInternet,
            @Nullable String pcwszUrl,
            @Nullable WININET_PROXY_INFO_LIST pProxyInfoList) {
        ProxyAccess access = sessions.apply(hInternet);
        if (pcwszUrl == null || pProxyInfoList == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ProxyTarget target = target(UrlParser.parse(pcwszUrl));
        List<ProxyServer> ways;
        try {
            ways = chooser.choose(access, target, () -> {}, new Cancellation());
        } catch (WinInetFailure e) {
            throw e;
        } catch (IOException e) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_PROXY_REQUEST, e);
        }
        boolean bypassed = chooser.isBypassed(access, target);
        pProxyInfoList.pProxyInfo =
                ways.stream().map(way -> item(way, bypassed)).toArray(WININET_PROXY_INFO[]::new);
        pProxyInfoList.dwProxyInfoCount = ways.size();
        return Win32Error.ERROR_SUCCESS;
    }

    private static ProxyTarget target(ParsedUrl url) {
        if (!REQUESTED.contains(url.scheme())) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        if (url.host().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        String host = HostText.forConnection(url.host());
        HttpUrl whole = new HttpUrl(url.scheme(), host, url.port(), url.pathAndExtra());
        return new ProxyTarget(url.scheme().text(), host, url.port(), whole.toString());
    }

    private static WININET_PROXY_INFO item(ProxyServer way, boolean bypassed) {
        WININET_PROXY_INFO item = new WININET_PROXY_INFO();
        item.fProxy = !way.isDirect();
        item.fBypass = way.isDirect() && bypassed;
        item.ProxyScheme = switch (way.kind()) {
            case DIRECT -> 0;
            case HTTP -> INTERNET_SCHEME_HTTP;
            case SOCKS -> INTERNET_SCHEME_SOCKS;
            case FTP_GATEWAY -> INTERNET_SCHEME_FTP;
        };
        item.pwszProxy = way.isDirect() ? null : way.host();
        item.ProxyPort = way.port();
        return item;
    }

    @Override
    public void InternetFreeProxyInfoList(@Nullable WININET_PROXY_INFO_LIST pProxyInfoList) {
        if (pProxyInfoList != null) {
            pProxyInfoList.clear();
        }
    }

    @Override
    public boolean IsHostInProxyBypassList(int tScheme, @Nullable String lpszHost, int cchHost) {
        if (lpszHost == null || cchHost < 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String host = cchHost == 0 ? lpszHost : lpszHost.substring(0, Math.min(cchHost, lpszHost.length()));
        ProxyTarget scheme = SCHEMES.get(tScheme);
        return scheme != null
                && chooser.isBypassed(
                        new ProxyTarget(scheme.scheme(), host, scheme.port(), scheme.scheme() + "://" + host + "/"));
    }

    @Override
    public boolean DeleteWpadCacheForNetworks(int tCache) {
        if (tCache != ProxyType.WPAD_CACHE_DELETE_CURRENT && tCache != ProxyType.WPAD_CACHE_DELETE_ALL) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        chooser.forget();
        return true;
    }
}
