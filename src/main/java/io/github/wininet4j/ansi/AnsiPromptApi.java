package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import org.jspecify.annotations.Nullable;

/** The questions of ANSI callers. */
final class AnsiPromptApi implements AnsiPromptFunctions {
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
}
