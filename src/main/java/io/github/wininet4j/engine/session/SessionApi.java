package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.call.ThreadState;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.function.SessionFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes sessions and connections and sets callbacks. Only connections that log on at once touch the network
 * (R-OPEN-7, R-CONN-4).
 */
public final class SessionApi implements SessionFunctions {
    private static final int MAX_PORT = 65535;

    private final EngineServices engine;
    private final IntFunction<@Nullable ServiceOpener> services;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     * @param services who makes the connections of a service, by {@code INTERNET_SERVICE_*}; null for none
     */
    public SessionApi(EngineServices engine, IntFunction<@Nullable ServiceOpener> services) {
        this.engine = engine;
        this.services = services;
    }

    @Override
    public @Nullable HINTERNET InternetOpen(
            @Nullable String lpszAgent,
            int dwAccessType,
            @Nullable String lpszProxy,
            @Nullable String lpszProxyBypass,
            int dwFlags) {
        ProxyAccess access = new ProxyAccess(dwAccessType, lpszProxy, lpszProxyBypass);
        if (!access.isValid()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        SessionNode session =
                new SessionNode(lpszAgent, access, dwFlags, engine.options().settings());
        return engine.handles().open(session).handle();
    }

    @Override
    public @Nullable HINTERNET InternetConnect(
            @Nullable HINTERNET hInternet,
            @Nullable String lpszServerName,
            int nServerPort,
            @Nullable String lpszUserName,
            @Nullable String lpszPassword,
            int dwService,
            int dwFlags,
            long dwContext) {
        SessionNode session = engine.handles().find(hInternet, SessionNode.class);
        if (lpszServerName == null || lpszServerName.isEmpty() || nServerPort < 0 || nServerPort > MAX_PORT) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ServiceOpener opener = services.apply(dwService);
        if (opener == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        Credentials credentials = new Credentials(lpszUserName, lpszPassword, null, null);
        String host = HostText.forConnection(lpszServerName);
        ConnectNode connect = opener.open(session, host, nServerPort, credentials, dwFlags, dwContext);
        engine.handles().open(connect);
        Operation opening = connect.opening();
        HandleAnnouncement announcement = new HandleAnnouncement(engine, connect);
        Operation operation = opening == null ? announcement : new OpeningOperation(announcement, opening);
        long result = engine.calls().run(connect, "InternetConnect", dwFlags, operation);
        return result == 0 ? null : connect.handle();
    }

    @Override
    public boolean InternetCloseHandle(@Nullable HINTERNET hInternet) {
        return engine.calls().close(hInternet);
    }

    @Override
    public @Nullable StatusCallback InternetSetStatusCallback(
            @Nullable HINTERNET hInternet, @Nullable StatusCallback lpfnInternetCallback) {
        HandleNode node = engine.handles().find(hInternet);
        // The callback of a pending operation stays what it was (R-CB-7).
        return engine.calls().runExclusively(node, () -> {
            StatusCallback previous = node.callback();
            node.setCallback(lpfnInternetCallback);
            return previous;
        });
    }

    @Override
    public boolean InternetGetLastResponseInfo(
            @Nullable DwordRef lpdwError, @Nullable TextBuffer lpszBuffer, @Nullable DwordRef lpdwBufferLength) {
        if (lpdwError == null || lpdwBufferLength == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ThreadState state = engine.threads().current();
        String text = state.responseText();
        lpdwError.value = state.responseError();
        int length = lpdwBufferLength.value;
        if (lpszBuffer == null || length == 0) {
            lpdwBufferLength.value = text.length();
            if (text.isEmpty() && lpszBuffer == null) {
                return true;
            }
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (!lpszBuffer.holds(length)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        // One character too few trims the text instead of failing (R-LASTRESP-5).
        if (length < text.length()) {
            lpdwBufferLength.value = text.length() + 1;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        String fitting = text.substring(0, Math.min(text.length(), length - 1));
        lpszBuffer.set(fitting);
        lpdwBufferLength.value = fitting.length();
        return true;
    }
}
