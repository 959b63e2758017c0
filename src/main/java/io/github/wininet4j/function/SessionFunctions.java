package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface SessionFunctions {
    /** TODO-DOC */
    @Nullable
    HINTERNET InternetOpen(
            @Nullable String lpszAgent,
            int dwAccessType,
            @Nullable String lpszProxy,
            @Nullable String lpszProxyBypass,
            int dwFlags);

    /** TODO-DOC */
    @Nullable
    HINTERNET InternetConnect(
            @Nullable HINTERNET hInternet,
            @Nullable String lpszServerName,
            int nServerPort,
            @Nullable String lpszUserName,
            @Nullable String lpszPassword,
            int dwService,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean InternetCloseHandle(@Nullable HINTERNET hInternet);

    /** TODO-DOC */
    @Nullable
    StatusCallback InternetSetStatusCallback(
            @Nullable HINTERNET hInternet, @Nullable StatusCallback lpfnInternetCallback);

    /** TODO-DOC */
    boolean InternetGetLastResponseInfo(
            @Nullable DwordRef lpdwError, @Nullable TextBuffer lpszBuffer, @Nullable DwordRef lpdwBufferLength);
}
