package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Allocated;
import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.Capacity;
import io.github.wininet4j.annotation.DialogData;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Questions to the user, which the engine answers without a window (R-DLG-9), and what is shown about servers. */
public interface PromptFunctions {
    /**
     * Asks the user when a step leads from secure to insecure or back.
     *
     * @param hWnd the window to show the dialog over, or 0
     * @param szUrlPrev the URL before
     * @param szUrlNew the URL to come
     * @param bPost whether data is posted
     * @return {@link Win32Error#ERROR_SUCCESS} to go on, {@link Win32Error#ERROR_CANCELLED}, or
     *     {@link Win32Error#ERROR_NOT_ENOUGH_MEMORY}
     * @see "R-DLG-7; InternetConfirmZoneCrossing"
     */
    @ReturnsError
    int InternetConfirmZoneCrossing(long hWnd, @Nullable String szUrlPrev, @Nullable String szUrlNew, boolean bPost);

    /**
     * Would go on with a request that waits for the user, after {@code INTERNET_STATUS_USER_INPUT_REQUIRED}. None does.
     *
     * @param hRequest the request
     * @param dwResultCode what {@link #InternetErrorDlg} or another dialog returned
     * @return false, with {@link WinInetError#ERROR_INTERNET_INCORRECT_HANDLE_STATE}
     * @see "R-STAT-140, R-PROJ-DLG-1; ResumeSuspendedDownload"
     */
    boolean ResumeSuspendedDownload(@Nullable HINTERNET hRequest, int dwResultCode);

    /**
     * Asks the user what to do about an error, or tells it without asking if
     * {@link DialogFlag#FLAGS_ERROR_UI_FLAGS_NO_UI} is given.
     *
     * @param hWnd the window to show the dialog over; 0 without NO_UI is {@link Win32Error#ERROR_INVALID_HANDLE}
     *     (R-DLG-6)
     * @param hRequest the request
     * @param dwError the error it failed with; {@link Win32Error#ERROR_SUCCESS} with FILTER_FOR_ERRORS to look into the
     *     answer
     * @param dwFlags {@code FLAGS_ERROR_UI_*} bits
     * @param lppvData with SERIALIZE_DIALOGS an {@link io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA}, else
     *     ignored; or null
     * @return {@link WinInetError#ERROR_INTERNET_FORCE_RETRY} to send again, {@link Win32Error#ERROR_SUCCESS} to go on,
     *     {@link Win32Error#ERROR_CANCELLED}, {@link WinInetError#ERROR_INTERNET_DIALOG_PENDING} while another dialog
     *     is shown, {@link Win32Error#ERROR_INVALID_HANDLE} or {@link Win32Error#ERROR_INVALID_PARAMETER} (R-DLG-2,
     *     R-DLG-5, R-DLG-8)
     * @see "R-DLG; InternetErrorDlg"
     */
    @ReturnsError
    int InternetErrorDlg(
            long hWnd,
            @Nullable HINTERNET hRequest,
            int dwError,
            int dwFlags,
            @InOut @Optional @DialogData("dwFlags") @Nullable LPVOID lppvData);

    /**
     * Would compute the answer to a challenge from the user's Passport password. That service is gone, and the answer
     * with it.
     *
     * @param pszChallengeInfo the challenge
     * @param pwszRealm the realm
     * @param pwszTarget the target
     * @param pbHexHash receives 32 hexadecimal digits and a NUL, 33 bytes
     * @return false, with {@link Win32Error#ERROR_NOT_FOUND}, or {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls
     * @see "R-PROJ-DLG-1; CreateMD5SSOHash"
     */
    boolean CreateMD5SSOHash(
            @Nullable String pszChallengeInfo,
            @Nullable String pwszRealm,
            @Nullable String pwszTarget,
            @Out @Capacity(33) @Nullable ByteBuffer pbHexHash);

    /**
     * Gives what is remembered of the last TLS handshake with a server, be it one that failed.
     *
     * @param lpszURL an https URL of the server
     * @param ppCertChain receives its certificate chain
     * @param pdwSecureFlags receives {@link io.github.wininet4j.constant.SecurityFlag} bits
     * @return whether something is known; else {@link Win32Error#ERROR_NOT_FOUND}
     * @see "R-PROJ-TLS-4; declared by winineti.h without a page"
     */
    boolean InternetGetSecurityInfoByURL(
            @Nullable String lpszURL,
            @Out @Allocated("CertFreeCertificateChain") @Nullable CERT_CHAIN_CONTEXT ppCertChain,
            @Out @Nullable DwordRef pdwSecureFlags);

    /**
     * Would tell of Fortezza, a card from the nineties.
     *
     * @param pdwStatus not known
     * @param dwReserved reserved, 0
     * @return false, with {@link Win32Error#ERROR_CALL_NOT_IMPLEMENTED}
     * @see "R-SDK-5; declared by winineti.h without a page"
     */
    boolean InternetQueryFortezzaStatus(@Out @Nullable DwordRef pdwStatus, long dwReserved);

    /**
     * Would write a certificate as one line for a list.
     *
     * @param lpCert the certificate, DER
     * @param cbCert its length in bytes
     * @param lpszListBoxEntry receives the line, or null to ask for its size
     * @param lpdwListBoxEntry in: room in characters; out: characters with the NUL
     * @return {@link Win32Error#ERROR_CALL_NOT_IMPLEMENTED}
     * @see "R-SDK-5; declared by winineti.h without a page"
     */
    @ReturnsError
    int ParseX509EncodedCertificateForListBoxEntry(
            @In @SizedBy(bytes = "cbCert") @Nullable ByteBuffer lpCert,
            int cbCert,
            @Out @Optional @Ansi @SizedBy(characters = "lpdwListBoxEntry") @Nullable TextBuffer lpszListBoxEntry,
            @InOut @Nullable DwordRef lpdwListBoxEntry);
}
