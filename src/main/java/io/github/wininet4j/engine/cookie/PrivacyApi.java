package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Privacy;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.function.PrivacyFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The privacy functions. */
public final class PrivacyApi implements PrivacyFunctions {
    private final CookiePolicy policy;

    /**
     * Creates the functions.
     *
     * @param policy what they read and change
     */
    public PrivacyApi(CookiePolicy policy) {
        this.policy = policy;
    }

    @Override
    public boolean InternetSetPerSiteCookieDecision(@Nullable String pchHostName, int dwDecision) {
        if (dwDecision < CookieFlag.COOKIE_STATE_UNKNOWN || dwDecision > CookieFlag.COOKIE_STATE_MAX) {
            throw invalid();
        }
        policy.decide(host(pchHostName), dwDecision);
        return true;
    }

    @Override
    public boolean InternetGetPerSiteCookieDecision(@Nullable String pchHostName, @Nullable DwordRef pResult) {
        String host = host(pchHostName);
        if (pResult == null) {
            throw invalid();
        }
        pResult.value = policy.decision(host);
        if (pResult.value == CookieFlag.COOKIE_STATE_UNKNOWN) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_ITEM_NOT_FOUND);
        }
        return true;
    }

    @Override
    public boolean InternetClearAllPerSiteCookieDecisions() {
        policy.forgetDecisions();
        return true;
    }

    @Override
    public boolean InternetEnumPerSiteCookieDecision(
            @Nullable TextBuffer pszSiteName,
            @Nullable DwordRef pcSiteNameSize,
            @Nullable DwordRef pdwDecision,
            int dwIndex) {
        if (pcSiteNameSize == null || pdwDecision == null) {
            throw invalid();
        }
        if (pszSiteName != null && !pszSiteName.holds(pcSiteNameSize.value)) {
            throw invalid();
        }
        Map.Entry<String, Integer> decision = policy.decisionAt(dwIndex);
        if (decision == null) {
            throw new WinInetFailure(Win32Error.ERROR_NO_MORE_ITEMS);
        }
        String site = decision.getKey();
        if (pszSiteName == null || site.length() >= pcSiteNameSize.value) {
            pcSiteNameSize.value = site.length() + 1;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        pszSiteName.set(site);
        pcSiteNameSize.value = site.length();
        pdwDecision.value = decision.getValue();
        return true;
    }

    @Override
    public int PrivacySetZonePreferenceW(int dwZone, int dwType, int dwTemplate, @Nullable String pszPreference) {
        requireScope(dwZone, dwType);
        boolean custom = dwTemplate == Privacy.PRIVACY_TEMPLATE_CUSTOM
                || (dwTemplate == Privacy.PRIVACY_TEMPLATE_ADVANCED && pszPreference != null);
        if (custom && pszPreference == null) {
            throw invalid();
        }
        policy.setPreference(
                dwZone,
                dwType,
                custom && pszPreference != null
                        ? PrivacyPreference.custom(dwTemplate, pszPreference)
                        : PrivacyPreference.ofTemplate(dwTemplate, dwType));
        return Win32Error.ERROR_SUCCESS;
    }

    @Override
    public int PrivacyGetZonePreferenceW(
            int dwZone,
            int dwType,
            @Nullable DwordRef pdwTemplate,
            @Nullable TextBuffer pszBuffer,
            @Nullable DwordRef pdwBufferLength) {
        requireScope(dwZone, dwType);
        PrivacyPreference preference = policy.preference(dwZone, dwType);
        if (pdwTemplate != null) {
            pdwTemplate.value = preference.template();
        }
        if (pdwBufferLength == null) {
            if (pszBuffer != null) {
                throw invalid();
            }
            return Win32Error.ERROR_SUCCESS;
        }
        if (pszBuffer != null && !pszBuffer.holds(pdwBufferLength.value)) {
            throw invalid();
        }
        int room = pdwBufferLength.value;
        pdwBufferLength.value = preference.text().length() + 1;
        if (pszBuffer == null || room < pdwBufferLength.value) {
            throw new WinInetFailure(Win32Error.ERROR_MORE_DATA);
        }
        pszBuffer.set(preference.text());
        return Win32Error.ERROR_SUCCESS;
    }

    private static void requireScope(int zone, int type) {
        if (zone < 0 || (type != Privacy.PRIVACY_TYPE_FIRST_PARTY && type != Privacy.PRIVACY_TYPE_THIRD_PARTY)) {
            throw invalid();
        }
    }

    /** Reads a host, also in the form that cookies' domains have. */
    private static String host(@Nullable String text) {
        String host = text == null ? "" : text.startsWith(".") ? text.substring(1) : text;
        if (host.isEmpty()) {
            throw invalid();
        }
        return HostText.forConnection(host).toLowerCase(Locale.ROOT);
    }

    private static WinInetFailure invalid() {
        return new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
