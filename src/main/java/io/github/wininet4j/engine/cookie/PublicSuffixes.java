package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.engine.net.PublicSuffixList;
import org.jspecify.annotations.Nullable;

/**
 * The domains below which everybody may have a name, from publicsuffix.org. The list is read by the first question it
 * is needed for.
 */
final class PublicSuffixes {
    private PublicSuffixes() {}

    /**
     * Whether names below a domain belong to different people. A name without a dot is such a domain, or is a host of
     * the local net.
     */
    static boolean isPublic(String domain) {
        return domain.indexOf('.') < 0
                || (domain.length() <= CookieMatcher.MAX_DOMAIN && PublicSuffixList.ownedDomain(domain) == null);
    }

    /** The smallest domain that is one owner's; the host itself if it is an address or a name of its own (R-PRIV-6). */
    static String minimalDomain(String host) {
        if (CookieMatcher.isAddress(host) || host.indexOf('.') < 0 || host.length() > CookieMatcher.MAX_DOMAIN) {
            return host;
        }
        @Nullable String root = PublicSuffixList.ownedDomain(host);
        return root == null ? host : root;
    }
}
