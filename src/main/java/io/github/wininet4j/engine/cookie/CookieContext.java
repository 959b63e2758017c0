package io.github.wininet4j.engine.cookie;

import org.jspecify.annotations.Nullable;

/**
 * In what circumstances a cookie is set.
 *
 * @param zone the security zone of the URL
 * @param thirdParty whether another site is the one that the user visits
 * @param evaluate whether plain privacy templates look at the compact policy
 * @param compactPolicy P3P tokens, alone or as in a P3P header, or null
 */
record CookieContext(
        int zone,
        boolean thirdParty,
        boolean evaluate,
        @Nullable String compactPolicy) {
    /** Every host is here; there is no mapping of sites to zones. */
    static final int INTERNET_ZONE = 3;

    static final int UNTRUSTED_ZONE = 4;
}
