package io.github.wininet4j.engine.dial;

import io.github.wininet4j.constant.DialFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.function.DialFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers of a machine with a network card and no modem: online unless option 50 says otherwise (R-DIAL-10). */
public final class DialApi implements DialFunctions, AutoCloseable {
    /** RAS's "no connection" code, the documented answer of InternetDial (R-DIAL-7). */
    private static final int ERROR_NO_CONNECTION = 668;

    private static final String CONNECTION_NAME = "LAN Connection";

    private final EngineServices engine;
    private final Cancellation cancellation = new Cancellation();

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     */
    public DialApi(EngineServices engine) {
        this.engine = engine;
    }

    @Override
    public int InternetAttemptConnect(int dwReserved) {
        requireZero(dwReserved);
        return isOnline() ? Win32Error.ERROR_SUCCESS : Win32Error.ERROR_NOT_CONNECTED;
    }

    @Override
    public boolean InternetCheckConnection(@Nullable String lpszUrl, int dwFlags, int dwReserved) {
        requireZero(dwReserved);
        boolean offline = engine.options().servers().isOffline();
        if (offline || (lpszUrl == null && !hasNetwork())) {
            throw new WinInetFailure(Win32Error.ERROR_NOT_CONNECTED);
        }
        if (lpszUrl != null) {
            checkConnection(UrlParser.parse(lpszUrl));
        }
        return true;
    }

    /** Connects as a request would, with the timeout and the retries of the NULL handle, and closes at once. */
    private void checkConnection(ParsedUrl url) {
        DwordSettings settings = engine.options().settings();
        Timeouts timeouts = new Timeouts(
                settings.get(DwordSetting.CONNECT_TIMEOUT),
                Timeouts.INFINITE,
                Timeouts.INFINITE,
                settings.get(DwordSetting.CONNECT_RETRIES));
        String host = HostText.withoutBrackets(url.host());
        try {
            engine.dialer()
                    .connect(host, url.port(), timeouts, ConnectionEvents.SILENT, cancellation)
                    .close();
        } catch (CancelledIoException e) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED, e);
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_NOT_CONNECTED, e);
        }
    }

    /** Ends attempts to connect that are under way. */
    @Override
    public void close() {
        cancellation.cancel();
    }

    @Override
    public boolean InternetGetConnectedState(@Nullable DwordRef lpdwFlags, int dwReserved) {
        return connectedState(lpdwFlags, dwReserved);
    }

    @Override
    public boolean InternetGetConnectedStateEx(
            @Nullable DwordRef lpdwFlags, @Nullable TextBuffer lpszConnectionName, int dwBufLen, int dwReserved) {
        requireZero(dwReserved);
        if (lpszConnectionName != null && dwBufLen != 0) {
            if (!lpszConnectionName.holds(dwBufLen)) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
            // A short buffer gets a short name (R-DIAL-5).
            lpszConnectionName.set(CONNECTION_NAME.substring(0, Math.min(CONNECTION_NAME.length(), dwBufLen - 1)));
        }
        return connectedState(lpdwFlags, dwReserved);
    }

    private boolean connectedState(@Nullable DwordRef flags, int reserved) {
        requireZero(reserved);
        boolean online = isOnline();
        if (flags != null) {
            flags.value = DialFlag.INTERNET_CONNECTION_LAN
                    | DialFlag.INTERNET_RAS_INSTALLED
                    | (online ? 0 : DialFlag.INTERNET_CONNECTION_OFFLINE);
        }
        if (!online) {
            // A function that says no has set its flags (R-DIAL-4).
            throw new WinInetFailure(Win32Error.ERROR_NOT_CONNECTED);
        }
        return true;
    }

    @Override
    public int InternetDial(
            long hwndParent,
            @Nullable String lpszConnectoid,
            int dwFlags,
            @Nullable LongRef lpdwConnection,
            int dwReserved) {
        requireZero(dwReserved);
        if (lpdwConnection == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        lpdwConnection.value = 0;
        throw new WinInetFailure(ERROR_NO_CONNECTION);
    }

    @Override
    public boolean InternetGoOnline(@Nullable String lpszURL, long hwndParent, int dwFlags) {
        return requireOnline();
    }

    @Override
    public int InternetHangUp(long dwConnection, int dwReserved) {
        requireZero(dwReserved);
        return Win32Error.ERROR_SUCCESS;
    }

    @Override
    public boolean InternetAutodial(int dwFlags, long hwndParent) {
        if ((dwFlags & ~DialFlag.INTERNET_AUTODIAL_FLAGS_MASK) != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return requireOnline();
    }

    @Override
    public boolean InternetAutodialHangup(int dwReserved) {
        requireZero(dwReserved);
        return true;
    }

    @Override
    public boolean InternetSetDialState(@Nullable String lpszConnectoid, int dwState, int dwReserved) {
        requireZero(dwReserved);
        return true;
    }

    @Override
    public boolean DoConnectoidsExist() {
        return false;
    }

    private boolean isOnline() {
        return !engine.options().servers().isOffline() && hasNetwork();
    }

    private boolean requireOnline() {
        if (!isOnline()) {
            throw new WinInetFailure(Win32Error.ERROR_NOT_CONNECTED);
        }
        return true;
    }

    private boolean hasNetwork() {
        return engine.config().network().isPresent();
    }

    private static void requireZero(int reserved) {
        if (reserved != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
    }
}
