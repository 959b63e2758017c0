package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The questions of ANSI callers. */
final class AnsiPromptApi implements AnsiPromptFunctions {
    /** Characters for the line that describes a certificate. */
    private static final int LONGEST_LINE = 4096;

    private final WinInet wide;
    private final AnsiText text;

    AnsiPromptApi(WinInet wide, AnsiText text) {
        this.wide = wide;
        this.text = text;
    }

    @Override
    public int InternetConfirmZoneCrossingA(
            long hWnd, byte @Nullable [] szUrlPrev, byte @Nullable [] szUrlNew, boolean bPost) {
        return wide.InternetConfirmZoneCrossing(hWnd, text.text(szUrlPrev), text.text(szUrlNew), bPost);
    }

    @Override
    public boolean InternetGetSecurityInfoByURLA(
            byte @Nullable [] lpszURL, @Nullable CERT_CHAIN_CONTEXT ppCertChain, @Nullable DwordRef pdwSecureFlags) {
        return wide.InternetGetSecurityInfoByURL(text.text(lpszURL), ppCertChain, pdwSecureFlags);
    }

    @Override
    public int ParseX509EncodedCertificateForListBoxEntry(
            @Nullable ByteBuffer lpCert,
            int cbCert,
            byte @Nullable [] lpszListBoxEntry,
            @Nullable DwordRef lpdwListBoxEntry) {
        if (lpdwListBoxEntry == null) {
            return wide.ParseX509EncodedCertificateForListBoxEntry(lpCert, cbCert, null, null);
        }
        if (lpszListBoxEntry != null && !AnsiBuffers.fits(lpszListBoxEntry, lpdwListBoxEntry.value)) {
            return Win32Error.ERROR_INVALID_PARAMETER;
        }
        TextBuffer line = new TextBuffer(LONGEST_LINE);
        int error = wide.ParseX509EncodedCertificateForListBoxEntry(lpCert, cbCert, line, new DwordRef(LONGEST_LINE));
        if (error != Win32Error.ERROR_SUCCESS) {
            return error;
        }
        byte[] bytes = text.bytes(line.toString());
        int room = lpdwListBoxEntry.value;
        lpdwListBoxEntry.value = bytes.length + 1;
        if (lpszListBoxEntry == null) {
            return Win32Error.ERROR_SUCCESS;
        }
        if (bytes.length >= room) {
            return Win32Error.ERROR_INSUFFICIENT_BUFFER;
        }
        AnsiBuffers.fill(lpszListBoxEntry, bytes);
        return Win32Error.ERROR_SUCCESS;
    }
}
