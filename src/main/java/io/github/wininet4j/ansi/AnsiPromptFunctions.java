package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.function.PromptFunctions;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link PromptFunctions} over bytes: the functions that carry text. */
public interface AnsiPromptFunctions {
    /**
     * As {@link PromptFunctions#InternetConfirmZoneCrossing}. The plain name of the C library is this function.
     *
     * @param hWnd as there
     * @param szUrlPrev the URL before
     * @param szUrlNew the URL to come
     * @param bPost as there
     * @return as there
     * @see "R-DLG-7; InternetConfirmZoneCrossing"
     */
    @ReturnsError
    int InternetConfirmZoneCrossingA(long hWnd, byte @Nullable [] szUrlPrev, byte @Nullable [] szUrlNew, boolean bPost);

    /**
     * As {@link PromptFunctions#InternetGetSecurityInfoByURL}.
     *
     * @param lpszURL an https URL
     * @param ppCertChain as there
     * @param pdwSecureFlags as there
     * @return whether something is known
     * @see "declared by winineti.h without a page"
     */
    boolean InternetGetSecurityInfoByURLA(
            byte @Nullable [] lpszURL, @Nullable CERT_CHAIN_CONTEXT ppCertChain, @Nullable DwordRef pdwSecureFlags);

    /**
     * As {@link PromptFunctions#ParseX509EncodedCertificateForListBoxEntry}. There is no other form in C.
     *
     * @param lpCert the certificate, DER
     * @param cbCert its length in bytes
     * @param lpszListBoxEntry receives the line and its NUL, or null to ask for the size
     * @param lpdwListBoxEntry in: room in bytes; out: bytes with the NUL
     * @return as there
     * @see "declared by winineti.h without a page"
     */
    @ReturnsError
    int ParseX509EncodedCertificateForListBoxEntry(
            @Nullable ByteBuffer lpCert,
            int cbCert,
            byte @Nullable [] lpszListBoxEntry,
            @Nullable DwordRef lpdwListBoxEntry);
}
