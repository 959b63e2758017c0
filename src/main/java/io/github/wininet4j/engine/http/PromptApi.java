package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.http.auth.Challenge;
import io.github.wininet4j.engine.http.auth.ChallengeParser;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.function.PromptFunctions;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dialogs: the answers without a window, and the host's prompter in their place (R-DLG). */
public final class PromptApi implements PromptFunctions {
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /** Errors after which the request simply continues if there is no user to ask (R-DLG-5). */
    private static final Set<Integer> HARMLESS = Set.of(
            WinInetError.ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR,
            WinInetError.ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR,
            WinInetError.ERROR_INTERNET_POST_IS_NON_SECURE,
            WinInetError.ERROR_INTERNET_CHG_POST_IS_NON_SECURE);

    /** The certificate errors, and what the user who accepts them ignores. */
    private static final Map<Integer, Integer> CERTIFICATES = Map.of(
            WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID, SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
            WinInetError.ERROR_INTERNET_SEC_CERT_CN_INVALID, SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
            WinInetError.ERROR_INTERNET_INVALID_CA, SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA,
            WinInetError.ERROR_INTERNET_SEC_CERT_REV_FAILED, SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION,
            WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS,
                    SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID
                            | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID
                            | SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA);

    /** The other errors that have a dialog (R-DLG-10). */
    private static final Set<Integer> OTHERS = Set.of(
            WinInetError.ERROR_INTERNET_MIXED_SECURITY,
            WinInetError.ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR,
            WinInetError.ERROR_INTERNET_SEC_CERT_REVOKED,
            WinInetError.ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT,
            WinInetError.ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT,
            WinInetError.ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION);

    private final EngineServices engine;
    private final PasswordDialogs passwordDialogs = new PasswordDialogs();

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     */
    public PromptApi(EngineServices engine) {
        this.engine = engine;
    }

    @Override
    public int InternetErrorDlg(
            long hWnd, @Nullable HINTERNET hRequest, int dwError, int dwFlags, @Nullable LPVOID lppvData) {
        HttpRequestNode request = request(hRequest);
        boolean silent = (dwFlags & DialogFlag.FLAGS_ERROR_UI_FLAGS_NO_UI) != 0;
        Prompter prompter = silent ? null : engine.config().prompter();
        if (!silent && prompter == null && hWnd == 0) {
            return Win32Error.ERROR_INVALID_HANDLE;
        }
        int error = dwError;
        if ((dwFlags & DialogFlag.FLAGS_ERROR_UI_FILTER_FOR_ERRORS) != 0 && request != null && isRefused(request)) {
            error = WinInetError.ERROR_INTERNET_INCORRECT_PASSWORD;
        }
        if (error == WinInetError.ERROR_INTERNET_INCORRECT_PASSWORD) {
            if (request == null) {
                return Win32Error.ERROR_INVALID_PARAMETER;
            }
            return prompter == null
                    ? silent ? Win32Error.ERROR_SUCCESS : Win32Error.ERROR_CANCELLED
                    : askPassword(prompter, request, dwFlags, lppvData);
        }
        if (error == WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED && request != null) {
            chooseCertificate(prompter, request);
        }
        return prompter == null ? withoutUser(error, dwFlags) : ask(prompter, request, error, dwFlags);
    }

    private @Nullable HttpRequestNode request(@Nullable HINTERNET handle) {
        if (handle == null) {
            return null;
        }
        HandleNode node = engine.handles().find(handle);
        if (node instanceof HttpRequestNode request) {
            return request;
        }
        throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
    }

    /** Whether the response hides an error (R-DLG-3). */
    private static boolean isRefused(HttpRequestNode request) {
        int status = status(request);
        return status == UNAUTHORIZED || status == PROXY_AUTHENTICATION_REQUIRED;
    }

    private static int status(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        ResponseFields head = transcript == null ? null : transcript.response();
        return head == null ? 0 : head.status();
    }

    /** The table of answers that need no user (R-DLG-4, R-DLG-5, R-DLG-6). */
    private static int withoutUser(int error, int flags) {
        boolean filters = (flags & DialogFlag.FLAGS_ERROR_UI_FILTER_FOR_ERRORS) != 0;
        boolean known = CERTIFICATES.containsKey(error) || OTHERS.contains(error);
        if (error == WinInetError.ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION) {
            return WinInetError.ERROR_HTTP_COOKIE_DECLINED;
        }
        boolean goesOn = HARMLESS.contains(error)
                || error == WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED
                || (filters && !known);
        return goesOn ? Win32Error.ERROR_SUCCESS : Win32Error.ERROR_CANCELLED;
    }

    /** Without a choice the next send goes on without a certificate (R-DLG-11). */
    private static void chooseCertificate(@Nullable Prompter prompter, HttpRequestNode request) {
        CERT_CONTEXT chosen = prompter == null
                ? null
                : prompter.chooseCertificate(request.url().host());
        if (chosen != null) {
            CERT_CONTEXT copy = new CERT_CONTEXT();
            copy.certificates = List.copyOf(chosen.certificates);
            copy.privateKey = chosen.privateKey;
            request.setClientCertificate(copy);
        } else if (request.clientCertificate() == null) {
            request.setClientCertificate(new CERT_CONTEXT());
        }
    }

    private static int ask(Prompter prompter, @Nullable HttpRequestNode request, int error, int flags) {
        Integer ignored = CERTIFICATES.get(error);
        if (ignored == null && !HARMLESS.contains(error) && !OTHERS.contains(error)) {
            return withoutUser(error, flags);
        }
        if (!prompter.confirm(error, request == null ? "" : request.url().host())) {
            return Win32Error.ERROR_CANCELLED;
        }
        if (ignored == null) {
            return Win32Error.ERROR_SUCCESS;
        }
        if (request == null) {
            return Win32Error.ERROR_INVALID_PARAMETER;
        }
        if ((flags & DialogFlag.FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS) != 0) {
            request.update(DwordSetting.SECURITY_FLAGS, before -> before | ignored);
        }
        return WinInetError.ERROR_INTERNET_FORCE_RETRY;
    }

    private int askPassword(Prompter prompter, HttpRequestNode request, int flags, @Nullable LPVOID data) {
        if ((flags & DialogFlag.FLAGS_ERROR_UI_SERIALIZE_DIALOGS) == 0) {
            return askPassword(prompter, request);
        }
        INTERNET_AUTH_NOTIFY_DATA notice = data instanceof INTERNET_AUTH_NOTIFY_DATA given ? given : null;
        if (notice != null && notice.cbStruct != notice.sizeof()) {
            return Win32Error.ERROR_INVALID_PARAMETER;
        }
        if (!passwordDialogs.begin(notice)) {
            return WinInetError.ERROR_INTERNET_DIALOG_PENDING;
        }
        int result = Win32Error.ERROR_CANCELLED;
        try {
            result = askPassword(prompter, request);
            return result;
        } finally {
            passwordDialogs.end(result);
        }
    }

    private static int askPassword(Prompter prompter, HttpRequestNode request) {
        boolean proxy = status(request) == PROXY_AUTHENTICATION_REQUIRED;
        Prompter.Login login = prompter.askLogin(proxy, request.url().host(), realm(request, proxy));
        if (login == null) {
            return Win32Error.ERROR_CANCELLED;
        }
        request.texts()
                .changeCredentials(known -> proxy
                        ? known.withProxyUser(login.user()).withProxyPassword(login.password())
                        : known.withUser(login.user()).withPassword(login.password()));
        return WinInetError.ERROR_INTERNET_FORCE_RETRY;
    }

    private static String realm(HttpRequestNode request, boolean proxy) {
        Transcript transcript = request.sending().transcript();
        ResponseFields head = transcript == null ? null : transcript.response();
        String line = head == null ? null : head.first(proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
        List<Challenge> challenges = line == null ? List.of() : ChallengeParser.parse(List.of(line));
        return challenges.isEmpty() ? "" : challenges.get(0).realm();
    }

    @Override
    public int InternetConfirmZoneCrossing(
            long hWnd, @Nullable String szUrlPrev, @Nullable String szUrlNew, boolean bPost) {
        if (szUrlPrev == null || szUrlNew == null) {
            return Win32Error.ERROR_INVALID_PARAMETER;
        }
        boolean wasSecure = isSecure(szUrlPrev);
        boolean isSecure = isSecure(szUrlNew);
        Prompter prompter = engine.config().prompter();
        if (wasSecure == isSecure || prompter == null) {
            return Win32Error.ERROR_SUCCESS;
        }
        int error = isSecure
                ? WinInetError.ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR
                : bPost
                        ? WinInetError.ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR
                        : WinInetError.ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR;
        return prompter.confirm(error, szUrlNew) ? Win32Error.ERROR_SUCCESS : Win32Error.ERROR_CANCELLED;
    }

    private static boolean isSecure(String url) {
        return url.regionMatches(true, 0, "https:", 0, 6);
    }

    @Override
    public boolean ResumeSuspendedDownload(@Nullable HINTERNET hRequest, int dwResultCode) {
        engine.handles().find(hRequest, HttpRequestNode.class);
        // Whoever asks a user does it between two calls of the program: no request is ever suspended.
        throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }

    @Override
    public boolean CreateMD5SSOHash(
            @Nullable String pszChallengeInfo,
            @Nullable String pwszRealm,
            @Nullable String pwszTarget,
            @Nullable ByteBuffer pbHexHash) {
        if (pszChallengeInfo == null || pbHexHash == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        // The service that the passwords were for is gone.
        throw new WinInetFailure(Win32Error.ERROR_NOT_FOUND);
    }

    @Override
    public boolean InternetGetSecurityInfoByURL(
            @Nullable String lpszURL, @Nullable CERT_CHAIN_CONTEXT ppCertChain, @Nullable DwordRef pdwSecureFlags) {
        if (lpszURL == null || ppCertChain == null || pdwSecureFlags == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ParsedUrl url = UrlParser.parse(lpszURL);
        if (!url.scheme().equals(UrlScheme.HTTPS)) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        TlsFindings findings = engine.pool().lastFindings(new Endpoint(HostText.forConnection(url.host()), url.port()));
        if (findings == null) {
            throw new WinInetFailure(Win32Error.ERROR_NOT_FOUND);
        }
        ppCertChain.certificates = findings.peerCertificates();
        pdwSecureFlags.value = findings.securityFlags();
        return true;
    }

    @Override
    public boolean InternetQueryFortezzaStatus(@Nullable DwordRef pdwStatus, long dwReserved) {
        throw new WinInetFailure(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }

    @Override
    public int ParseX509EncodedCertificateForListBoxEntry(
            @Nullable ByteBuffer lpCert,
            int cbCert,
            @Nullable TextBuffer lpszListBoxEntry,
            @Nullable DwordRef lpdwListBoxEntry) {
        throw new WinInetFailure(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }
}
