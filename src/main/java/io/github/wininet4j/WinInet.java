package io.github.wininet4j;

import io.github.wininet4j.function.CookieFunctions;
import io.github.wininet4j.function.DialFunctions;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.function.FtpFunctions;
import io.github.wininet4j.function.GopherFunctions;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.function.OptionFunctions;
import io.github.wininet4j.function.PrivacyFunctions;
import io.github.wininet4j.function.PromptFunctions;
import io.github.wininet4j.function.ProxyFunctions;
import io.github.wininet4j.function.SessionFunctions;
import io.github.wininet4j.function.TimeFunctions;
import io.github.wininet4j.function.TransferFunctions;
import io.github.wininet4j.function.UrlCacheContainerFunctions;
import io.github.wininet4j.function.UrlCacheFunctions;
import io.github.wininet4j.function.UrlCacheGroupFunctions;
import io.github.wininet4j.function.UrlFunctions;
import io.github.wininet4j.function.WebSocketFunctions;

/**
 * WinInet: every function under its C name, gathered from the families. Get one from {@link WinInets}.
 *
 * <p>Text is that of the wide functions; {@link io.github.wininet4j.ansi.AnsiWinInet} has the A-suffixed ones. A call
 * that fails returns {@code false}, {@code null} or an error number as its C function does, and {@link #GetLastError()}
 * tells why; no call throws.
 *
 * <p>Interrupting a thread in a synchronous call that waits ends the call with
 * {@code ERROR_INTERNET_OPERATION_CANCELLED}; the thread's interrupt flag stays set. That is the same on platform and
 * virtual threads (R-PROJ-CALL-1).
 */
public interface WinInet
        extends ErrorFunctions,
                SessionFunctions,
                OptionFunctions,
                TransferFunctions,
                HttpFunctions,
                WebSocketFunctions,
                FtpFunctions,
                GopherFunctions,
                UrlFunctions,
                TimeFunctions,
                CookieFunctions,
                PrivacyFunctions,
                UrlCacheFunctions,
                UrlCacheGroupFunctions,
                UrlCacheContainerFunctions,
                ProxyFunctions,
                DialFunctions,
                PromptFunctions {}
