package io.github.wininet4j.function;

import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Privacy;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** Which cookies are welcome: decisions per site and preferences per zone. */
public interface PrivacyFunctions {
    /**
     * Decides about the cookies of a site. The engine keeps decisions and preferences as long as it lives, Windows for
     * good.
     *
     * @param pchHostName the host; the decision is kept for its minimal domain (R-PRIV-6)
     * @param dwDecision {@link CookieFlag#COOKIE_STATE_ACCEPT}, {@link CookieFlag#COOKIE_STATE_REJECT}, or
     *     {@link CookieFlag#COOKIE_STATE_UNKNOWN} to forget the decision
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @see "R-PRIV-5; InternetSetPerSiteCookieDecision"
     */
    boolean InternetSetPerSiteCookieDecision(@Nullable String pchHostName, int dwDecision);

    /**
     * Returns the decision about the cookies of a site.
     *
     * @param pchHostName the host
     * @param pResult receives a {@code COOKIE_STATE_*} value
     * @return whether there is a decision; else the engine says {@link WinInetError#ERROR_INTERNET_ITEM_NOT_FOUND}
     * @see "R-PRIV-5; InternetGetPerSiteCookieDecision"
     */
    boolean InternetGetPerSiteCookieDecision(@Nullable String pchHostName, @Out @Nullable DwordRef pResult);

    /**
     * Forgets the decisions about all sites.
     *
     * @return whether it worked
     * @see "R-PRIV-5; InternetClearAllPerSiteCookieDecisions"
     */
    boolean InternetClearAllPerSiteCookieDecisions();

    /**
     * Lists the decisions, one per call. The site is given as its minimal domain, not as the host that was passed
     * (R-PRIV-6).
     *
     * @param pszSiteName receives the domain
     * @param pcSiteNameSize in: room in characters; out: characters
     * @param pdwDecision receives a {@code COOKIE_STATE_*} value
     * @param dwIndex which decision, from 0
     * @return whether there is one; after the last {@link Win32Error#ERROR_NO_MORE_ITEMS}
     * @see "R-PRIV-5; InternetEnumPerSiteCookieDecision"
     */
    boolean InternetEnumPerSiteCookieDecision(
            @Out @SizedBy(characters = "pcSiteNameSize") @Nullable TextBuffer pszSiteName,
            @InOut @Nullable DwordRef pcSiteNameSize,
            @Out @Nullable DwordRef pdwDecision,
            int dwIndex);

    /**
     * Sets what cookies a zone accepts; only the wide form exists, so the suffix is part of the name.
     *
     * @param dwZone the security zone, 3 for the Internet
     * @param dwType {@link Privacy#PRIVACY_TYPE_FIRST_PARTY} or {@link Privacy#PRIVACY_TYPE_THIRD_PARTY}
     * @param dwTemplate a {@code PRIVACY_TEMPLATE_*} value
     * @param pszPreference the rules for {@link Privacy#PRIVACY_TEMPLATE_CUSTOM} (R-PRIV-4), else null
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number; {@link Win32Error#ERROR_INVALID_PARAMETER} for rules
     *     that break the grammar
     * @see "R-PRIV; PrivacySetZonePreferenceW"
     */
    @ReturnsError
    int PrivacySetZonePreferenceW(int dwZone, int dwType, int dwTemplate, @Optional @Nullable String pszPreference);

    /**
     * Returns which cookies a zone accepts; only the wide form exists, so the suffix is part of the name.
     *
     * @param dwZone the security zone, 3 for the Internet
     * @param dwType {@link Privacy#PRIVACY_TYPE_FIRST_PARTY} or {@link Privacy#PRIVACY_TYPE_THIRD_PARTY}
     * @param pdwTemplate receives a {@code PRIVACY_TEMPLATE_*} value; may be null
     * @param pszBuffer receives the rules; may be null
     * @param pdwBufferLength in: room in characters; out: characters with the NUL; may be null if the buffer is
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number; {@link Win32Error#ERROR_MORE_DATA} if the room is
     *     too small
     * @see "R-PRIV-1; PrivacyGetZonePreferenceW"
     */
    @ReturnsError
    int PrivacyGetZonePreferenceW(
            int dwZone,
            int dwType,
            @Out @Optional @Nullable DwordRef pdwTemplate,
            @Out @Optional @SizedBy(characters = "pdwBufferLength") @Nullable TextBuffer pszBuffer,
            @InOut @Optional @Nullable DwordRef pdwBufferLength);
}
