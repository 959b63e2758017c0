package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface PrivacyFunctions {
    /** TODO-DOC */
    boolean InternetSetPerSiteCookieDecision(@Nullable String pchHostName, int dwDecision);

    /** TODO-DOC */
    boolean InternetGetPerSiteCookieDecision(@Nullable String pchHostName, @Nullable DwordRef pResult);

    /** TODO-DOC */
    boolean InternetClearAllPerSiteCookieDecisions();

    /** TODO-DOC */
    boolean InternetEnumPerSiteCookieDecision(
            @Nullable TextBuffer pszSiteName,
            @Nullable DwordRef pcSiteNameSize,
            @Nullable DwordRef pdwDecision,
            int dwIndex);

    /** TODO-DOC */
    int PrivacySetZonePreferenceW(int dwZone, int dwType, int dwTemplate, @Nullable String pszPreference);

    /** TODO-DOC */
    int PrivacyGetZonePreferenceW(
            int dwZone,
            int dwType,
            @Nullable DwordRef pdwTemplate,
            @Nullable TextBuffer pszBuffer,
            @Nullable DwordRef pdwBufferLength);
}
