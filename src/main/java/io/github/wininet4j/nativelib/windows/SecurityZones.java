package io.github.wininet4j.nativelib.windows;

import org.jspecify.annotations.Nullable;

/** The security zones of the user, or a double of them. */
@FunctionalInterface
interface SecurityZones {
    /** {@code URLZONE_INTRANET}. */
    int INTRANET = 1;

    /** {@code URLPOLICY_CREDENTIALS_SILENT_LOGON_OK}: the user's logon is used without asking. */
    int SILENT = 0;

    /** {@code URLPOLICY_CREDENTIALS_CONDITIONAL_PROMPT}: it is in the intranet. */
    int INTRANET_ONLY = 0x20000;

    /**
     * What holds for a site. Of the other policies one asks the user (0x10000), and one logs nobody on (0x30000).
     *
     * @param zone its zone
     * @param logon the policy for logging on there
     */
    record Site(int zone, int logon) {}

    /**
     * Finds the zone of a site.
     *
     * @param url its URL
     * @return what holds there, or null if the system does not tell
     */
    @Nullable
    Site site(String url);
}
