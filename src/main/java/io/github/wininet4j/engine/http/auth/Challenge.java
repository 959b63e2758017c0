package io.github.wininet4j.engine.http.auth;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One challenge of a server or proxy (RFC 9110 section 11.3).
 *
 * @param scheme the scheme as it was written
 * @param token the token68 behind it, or null
 * @param parameters the parameters by name in lower case
 */
public record Challenge(String scheme, @Nullable String token, Map<String, String> parameters) {
    /** Copies the parameters. */
    public Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Returns a parameter, or null; the name is in lower case. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Returns the realm, case-sensitive (R-AUTH-18); empty if there is none. */
    public String realm() {
        String realm = parameters.get("realm");
        return realm == null ? "" : realm;
    }

    /** Tests the scheme, whose case does not matter. */
    public boolean isFor(String name) {
        return scheme.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
