package io.github.wininet4j.engine.call;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.logging.SafeLogger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/**
 * Exceptions to error codes. The same table serves the return of a synchronous call and
 * {@code INTERNET_ASYNC_RESULT.dwError} (R-SEND-11, R-ERRN).
 */
public final class ErrorMap {
    private static final SafeLogger LOG = SafeLogger.of(ErrorMap.class);

    private static final int WSAECONNABORTED = 10053;
    private static final int WSAECONNRESET = 10054;
    private static final int WSAETIMEDOUT = 10060;
    private static final int WSAECONNREFUSED = 10061;
    private static final int WSAEHOSTUNREACH = 10065;
    private static final int WSAHOST_NOT_FOUND = 11001;

    /** A kind of exception, the error it means and the socket error it would have been in Winsock. */
    private record Row(Class<? extends Throwable> type, int error, int socketError) {}

    /** The first row that fits counts, so special kinds stand before general ones. */
    private static final List<Row> ROWS = List.of(
            new Row(UnknownHostException.class, WinInetError.ERROR_INTERNET_NAME_NOT_RESOLVED, WSAHOST_NOT_FOUND),
            new Row(SocketTimeoutException.class, WinInetError.ERROR_INTERNET_TIMEOUT, WSAETIMEDOUT),
            new Row(NoRouteToHostException.class, WinInetError.ERROR_INTERNET_CANNOT_CONNECT, WSAEHOSTUNREACH),
            new Row(ConnectException.class, WinInetError.ERROR_INTERNET_CANNOT_CONNECT, WSAECONNREFUSED),
            new Row(ZipException.class, WinInetError.ERROR_INTERNET_DECODING_FAILED, 0),
            new Row(SSLException.class, WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR, 0),
            new Row(NoSuchFileException.class, Win32Error.ERROR_FILE_NOT_FOUND, 0),
            new Row(AccessDeniedException.class, Win32Error.ERROR_ACCESS_DENIED, 0),
            new Row(SocketException.class, WinInetError.ERROR_INTERNET_CONNECTION_RESET, WSAECONNRESET),
            new Row(java.io.IOException.class, WinInetError.ERROR_INTERNET_CONNECTION_ABORTED, WSAECONNABORTED),
            new Row(RejectedExecutionException.class, WinInetError.ERROR_INTERNET_ASYNC_THREAD_FAILED, 0));

    private ErrorMap() {}

    /**
     * Translates an exception.
     *
     * @param failure what a call threw
     * @return the error code
     */
    public static int code(Throwable failure) {
        if (failure instanceof WinInetFailure known) {
            return known.code();
        }
        if (failure instanceof HasErrorCode coded) {
            return coded.errorCode();
        }
        if (failure instanceof SSLException && isLost(failure)) {
            return WinInetError.ERROR_INTERNET_CONNECTION_RESET;
        }
        for (Row row : ROWS) {
            if (row.type.isInstance(failure)) {
                return row.error;
            }
        }
        // Anything else is a mistake of ours; the caller gets an error, the log gets the trace.
        LOG.log(Level.ERROR, () -> "unexpected failure in the engine", failure);
        return WinInetError.ERROR_INTERNET_INTERNAL_ERROR;
    }

    /** Whether the connection failed below TLS, which is no failure of TLS; newer JDKs wrap that, even twice. */
    private static boolean isLost(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Translates an exception to the socket error behind it (R-OPTN-24).
     *
     * @param failure what a call threw
     * @return a Winsock code, or 0
     */
    public static int socketError(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof WinInetFailure) {
            return cause == null ? 0 : socketError(cause);
        }
        for (Row row : ROWS) {
            if (row.type.isInstance(failure)) {
                return row.socketError;
            }
        }
        return 0;
    }
}
