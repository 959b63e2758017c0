package io.github.wininet4j.bench.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.nio.ByteBuffer;

/** What the facade clients have in common. */
public final class Facade {
    private Facade() {}

    /**
     * Opens a back end that trusts the certificate and allows the connections that the target needs.
     *
     * @param name the back end
     * @param target the target
     * @return the back end
     * @throws Exception if the certificate cannot be read
     */
    public static BackEnd open(String name, Target target) throws Exception {
        WinInetConfig config = WinInetConfig.defaults();
        if (target.has(Feature.CACHE)) {
            config = config.withCache(CachePlace.OF_ENGINE);
        }
        if (target.tls()) {
            config = config.withTrustStore(Trust.of(target.authority()).store());
        }
        BackEnd wininet = WinInets.named(name, config);
        set(wininet, null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, Math.max(target.lanes(), 2));
        return wininet;
    }

    static HINTERNET session(WinInet wininet, Target target, int flags, StatusCallback callback) {
        HINTERNET session;
        if (target.has(Feature.PROXY)) {
            String proxy = Target.PROXY_HOST + ":" + target.proxyPort();
            session = wininet.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy, null, flags);
        } else if (target.has(Feature.SCRIPT)) {
            session = wininet.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null, flags);
        } else {
            session = wininet.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags);
        }
        check(wininet, "InternetOpen", session != null);
        wininet.InternetSetStatusCallback(session, callback);
        if (target.has(Feature.SCRIPT)) {
            ProxyScript.use(wininet, session);
        }
        if (target.gzip()) {
            set(wininet, session, InternetOption.INTERNET_OPTION_HTTP_DECODING, 1);
        }
        return session;
    }

    static HINTERNET connect(WinInet wininet, HINTERNET session, Target target) {
        String host = target.has(Feature.SCRIPT) ? ProxyScript.HOST : target.host();
        HINTERNET connection = wininet.InternetConnect(
                session,
                host,
                target.port(),
                target.user(),
                target.password(),
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                1);
        check(wininet, "InternetConnect", connection != null);
        return connection;
    }

    static int flags(Target target) {
        return InternetFlag.INTERNET_FLAG_KEEP_CONNECTION
                | (target.has(Feature.CACHE) ? 0 : InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE)
                | (target.tls() ? InternetFlag.INTERNET_FLAG_SECURE : 0);
    }

    /** The lines that a program adds to a request, or null; the engine adds none for a coding (R-COMP-2). */
    static String headers(Target target) {
        return target.gzip() ? "Accept-Encoding: gzip\r\n" : null;
    }

    /** Sends a request without a body. */
    static boolean send(WinInet wininet, HINTERNET request, String headers) {
        return wininet.HttpSendRequest(request, headers, headers == null ? 0 : headers.length(), null, 0);
    }

    /** Reads a body to its end and closes its handle; returns how many bytes it had. */
    static long finish(WinInet wininet, HINTERNET handle, ByteBuffer buffer, DwordRef count) {
        long sum = 0;
        do {
            buffer.clear();
            boolean read = wininet.InternetReadFile(handle, buffer, buffer.capacity(), count);
            check(wininet, "InternetReadFile", read);
            sum += count.value;
        } while (count.value > 0);
        check(wininet, "InternetCloseHandle", wininet.InternetCloseHandle(handle));
        return sum;
    }

    /** Lets a request speak HTTP/2 if that is the target's. */
    static void allowHttp2(WinInet wininet, HINTERNET request, Target target) {
        if (target.http2()) {
            set(
                    wininet,
                    request,
                    InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL,
                    OptionValue.HTTP_PROTOCOL_FLAG_HTTP2);
        }
    }

    /**
     * Sets a {@code DWORD} option.
     *
     * @param wininet where
     * @param handle the handle, or null for the process
     * @param option the option
     * @param value its value
     */
    public static void set(WinInet wininet, HINTERNET handle, int option, int value) {
        check(
                wininet,
                "InternetSetOption",
                wininet.InternetSetOption(handle, option, new DwordRef(value), Integer.BYTES));
    }

    /**
     * Throws if a call failed.
     *
     * @param wininet where it was made
     * @param call its name
     * @param worked whether it worked
     */
    public static void check(WinInet wininet, String call, boolean worked) {
        if (!worked) {
            throw new IllegalStateException(call + " failed: " + wininet.GetLastError());
        }
    }
}
