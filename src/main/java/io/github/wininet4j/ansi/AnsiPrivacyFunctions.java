package io.github.wininet4j.ansi;

import io.github.wininet4j.function.PrivacyFunctions;
import io.github.wininet4j.type.DwordRef;
import org.jspecify.annotations.Nullable;

/** {@link PrivacyFunctions} over bytes: hosts in the code page. The zone functions have only a wide form. */
public interface AnsiPrivacyFunctions {
    /**
     * As {@link PrivacyFunctions#InternetSetPerSiteCookieDecision}.
     *
     * @param pchHostName the host
     * @param dwDecision as there
     * @return whether it worked
     * @see "R-PRIV-5; InternetSetPerSiteCookieDecision"
     */
    boolean InternetSetPerSiteCookieDecisionA(byte @Nullable [] pchHostName, int dwDecision);

    /**
     * As {@link PrivacyFunctions#InternetGetPerSiteCookieDecision}.
     *
     * @param pchHostName the host
     * @param pResult receives the decision
     * @return whether there is one
     * @see "R-PRIV-5; InternetGetPerSiteCookieDecision"
     */
    boolean InternetGetPerSiteCookieDecisionA(byte @Nullable [] pchHostName, @Nullable DwordRef pResult);

    /**
     * As {@link PrivacyFunctions#InternetEnumPerSiteCookieDecision}.
     *
     * @param pszSiteName receives the domain and its NUL
     * @param pcSiteNameSize in: room in bytes; out: bytes without the NUL, on failure with it
     * @param pdwDecision receives the decision
     * @param dwIndex which one, from 0
     * @return whether there is one
     * @see "R-PRIV-5, R-PRIV-6; InternetEnumPerSiteCookieDecision"
     */
    boolean InternetEnumPerSiteCookieDecisionA(
            byte @Nullable [] pszSiteName,
            @Nullable DwordRef pcSiteNameSize,
            @Nullable DwordRef pdwDecision,
            int dwIndex);
}
