package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.DwordRef;
import org.jspecify.annotations.Nullable;

/** The cookie decisions of ANSI callers. */
final class AnsiPrivacyApi implements AnsiPrivacyFunctions {
    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiPrivacyApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public boolean InternetSetPerSiteCookieDecisionA(byte @Nullable [] pchHostName, int dwDecision) {
        return wide.InternetSetPerSiteCookieDecision(text.text(pchHostName), dwDecision);
    }

    @Override
    public boolean InternetGetPerSiteCookieDecisionA(byte @Nullable [] pchHostName, @Nullable DwordRef pResult) {
        return wide.InternetGetPerSiteCookieDecision(text.text(pchHostName), pResult);
    }

    @Override
    public boolean InternetEnumPerSiteCookieDecisionA(
            byte @Nullable [] pszSiteName,
            @Nullable DwordRef pcSiteNameSize,
            @Nullable DwordRef pdwDecision,
            int dwIndex) {
        return buffers.answer(
                (buffer, length) -> wide.InternetEnumPerSiteCookieDecision(buffer, length, pdwDecision, dwIndex),
                text::bytes,
                pszSiteName,
                pcSiteNameSize);
    }
}
