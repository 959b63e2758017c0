package io.github.wininet4j.function;

import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface PromptFunctions {
    /** TODO-DOC */
    int InternetConfirmZoneCrossing(long hWnd, @Nullable String szUrlPrev, @Nullable String szUrlNew, boolean bPost);

    /** TODO-DOC */
    boolean ResumeSuspendedDownload(@Nullable HINTERNET hRequest, int dwResultCode);

    /** TODO-DOC */
    int InternetErrorDlg(long hWnd, @Nullable HINTERNET hRequest, int dwError, int dwFlags, @Nullable LPVOID lppvData);

    /** TODO-DOC */
    boolean CreateMD5SSOHash(
            @Nullable String pszChallengeInfo,
            @Nullable String pwszRealm,
            @Nullable String pwszTarget,
            @Nullable ByteBuffer pbHexHash);

    /** TODO-DOC */
    boolean InternetGetSecurityInfoByURL(
            @Nullable String lpszURL, @Nullable CERT_CHAIN_CONTEXT ppCertChain, @Nullable DwordRef pdwSecureFlags);

    /** TODO-DOC */
    boolean InternetQueryFortezzaStatus(@Nullable DwordRef pdwStatus, long dwReserved);

    /** TODO-DOC */
    int ParseX509EncodedCertificateForListBoxEntry(
            @Nullable ByteBuffer lpCert,
            int cbCert,
            @Nullable TextBuffer lpszListBoxEntry,
            @Nullable DwordRef lpdwListBoxEntry);
}
