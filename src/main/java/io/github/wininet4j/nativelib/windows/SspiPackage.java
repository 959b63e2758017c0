package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.host.SecurityPackage;
import io.github.wininet4j.host.SecurityTokens;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The logon of the user of the machine; users with a password are left to another package. */
final class SspiPackage implements SecurityPackage {
    private final SecurityContexts contexts;
    private final SecurityZones zones;
    private final SecurityPackage forPasswords;

    SspiPackage(SecurityContexts contexts, SecurityZones zones, SecurityPackage forPasswords) {
        this.contexts = contexts;
        this.zones = zones;
        this.forPasswords = forPasswords;
    }

    @Override
    public @Nullable SecurityTokens begin(String scheme, String host, @Nullable String user, @Nullable String password)
            throws IOException {
        return user == null
                ? new Tokens(contexts.begin(scheme, "HTTP/" + host))
                : forPasswords.begin(scheme, host, user, password);
    }

    @Override
    public boolean logsOnUserAt(boolean secure, String host, int port) {
        String place = host.indexOf(':') < 0 ? host : "[" + host + "]";
        SecurityZones.Site site = zones.site((secure ? "https://" : "http://") + place + ":" + port + "/");
        if (site == null) {
            return SecurityPackage.super.logsOnUserAt(secure, host, port);
        }
        return site.logon() == SecurityZones.SILENT
                || (site.logon() == SecurityZones.INTRANET_ONLY && site.zone() == SecurityZones.INTRANET);
    }

    /** The tokens of one context. */
    private static final class Tokens implements SecurityTokens {
        private final SecurityContexts.Context context;
        private boolean over;

        Tokens(SecurityContexts.Context context) {
            this.context = context;
        }

        @Override
        public byte @Nullable [] next(byte @Nullable [] received) throws IOException {
            if (over) {
                return null;
            }
            SecurityContexts.Step step = context.step(received);
            over = !step.more();
            return step.token().length == 0 ? null : step.token();
        }

        @Override
        public void close() {
            context.release();
        }
    }
}
