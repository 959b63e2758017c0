package io.github.wininet4j.function;

import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.OnlyWith;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Port;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** Sessions, connections, callbacks, and what a server said last. */
public interface SessionFunctions {
    /**
     * Opens a session, the root of all other handles. Nothing is sent and no proxy is looked for (R-OPEN-7).
     *
     * @param lpszAgent the User-Agent text, or null for none
     * @param dwAccessType an {@code INTERNET_OPEN_TYPE_*} value, such as
     *     {@link InternetFlag#INTERNET_OPEN_TYPE_PRECONFIG}
     * @param lpszProxy the proxies (R-PROXY-1) for {@link InternetFlag#INTERNET_OPEN_TYPE_PROXY}, which without them is
     *     {@link Win32Error#ERROR_INVALID_PARAMETER}; else null, never empty text (R-OPEN-4)
     * @param lpszProxyBypass the hosts to be reached without a proxy (R-PROXY-4), or null
     * @param dwFlags {@link InternetFlag#INTERNET_FLAG_ASYNC}, {@link InternetFlag#INTERNET_FLAG_FROM_CACHE}, or 0
     * @return the session, or null
     * @see "R-OPEN; InternetOpen"
     */
    @Nullable
    HINTERNET InternetOpen(
            @Optional @Nullable String lpszAgent,
            int dwAccessType,
            @Optional @OnlyWith(parameter = "dwAccessType", value = InternetFlag.INTERNET_OPEN_TYPE_PROXY) @Nullable
                    String lpszProxy,
            @Optional @OnlyWith(parameter = "dwAccessType", value = InternetFlag.INTERNET_OPEN_TYPE_PROXY) @Nullable
                    String lpszProxyBypass,
            int dwFlags);

    /**
     * Names a server to a session. HTTP needs no network for this (R-CONN-4); FTP connects and logs on, and may pend.
     *
     * @param hInternet the session
     * @param lpszServerName host name or address; null or empty is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @param nServerPort the port; {@link ServiceType#INTERNET_INVALID_PORT_NUMBER} for the one of the service
     * @param lpszUserName user name, or null; on FTP null means anonymous and then a password is refused (R-CONN-6)
     * @param lpszPassword password, or null
     * @param dwService {@link ServiceType#INTERNET_SERVICE_HTTP} or {@link ServiceType#INTERNET_SERVICE_FTP}
     * @param dwFlags {@link InternetFlag#INTERNET_FLAG_PASSIVE}, {@link InternetFlag#INTERNET_FLAG_SECURE}, or 0
     * @param dwContext the context for callbacks; 0 for none (R-CTX-1)
     * @return the connection, or null with {@link WinInetError#ERROR_INTERNET_NAME_NOT_RESOLVED},
     *     {@link WinInetError#ERROR_INTERNET_CANNOT_CONNECT} or a logon error on FTP
     * @see "R-CONN; InternetConnect"
     */
    @CanPend
    @Nullable
    HINTERNET InternetConnect(
            @Nullable HINTERNET hInternet,
            @Nullable String lpszServerName,
            @Port int nServerPort,
            @Optional @Nullable String lpszUserName,
            @Optional @Nullable String lpszPassword,
            int dwService,
            int dwFlags,
            long dwContext);

    /**
     * Closes a handle and all handles made from it. It is the way to cancel: pending operations complete with
     * {@link WinInetError#ERROR_INTERNET_OPERATION_CANCELLED}, then {@code HANDLE_CLOSING} comes as the last word
     * (R-HANDLE-11).
     *
     * @param hInternet a handle of any kind; a closed one is {@link Win32Error#ERROR_INVALID_HANDLE}
     * @return whether it was closed; afterwards {@link Win32Error#ERROR_IO_PENDING} as the last error says that
     *     operations were in progress (R-HANDLE-10); any other is that of a call before (R-PROJ-CALL-4)
     * @see "R-HANDLE; InternetCloseHandle"
     */
    boolean InternetCloseHandle(@Nullable HINTERNET hInternet);

    /**
     * Sets whom to tell about the operations of a handle. Handles made from it later inherit the callback, those that
     * exist keep theirs (R-CB-4). A handle with context 0 is not told about (R-CTX-1).
     *
     * @param hInternet a handle of any kind
     * @param lpfnInternetCallback the callback, or null for none
     * @return the callback before, or null if there was none; {@link StatusCallback#INTERNET_INVALID_STATUS_CALLBACK}
     *     on failure
     * @see "R-CB; InternetSetStatusCallback"
     */
    @Nullable
    StatusCallback InternetSetStatusCallback(
            @Nullable HINTERNET hInternet, @Optional @Nullable StatusCallback lpfnInternetCallback);

    /**
     * Gives what an FTP server answered to the last command of this thread, the explanation of
     * {@link WinInetError#ERROR_INTERNET_EXTENDED_ERROR}. The next call of the thread clears it (R-LASTRESP-2).
     *
     * @param lpdwError receives the error that the answer belongs to; required
     * @param lpszBuffer receives the text, or null to ask for its length
     * @param lpdwBufferLength in: room in characters; out: characters without the NUL, or with it on
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}; required
     * @return whether the text was given
     * @see "R-LASTRESP; InternetGetLastResponseInfo"
     */
    boolean InternetGetLastResponseInfo(
            @Out @Nullable DwordRef lpdwError,
            @Out @Optional @SizedBy(characters = "lpdwBufferLength") @Nullable TextBuffer lpszBuffer,
            @InOut @Nullable DwordRef lpdwBufferLength);
}
