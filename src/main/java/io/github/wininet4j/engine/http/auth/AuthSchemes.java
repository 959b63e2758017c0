package io.github.wininet4j.engine.http.auth;

import io.github.wininet4j.engine.work.Lazy;
import io.github.wininet4j.host.SecurityPackage;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The schemes there are (R-AUTH-2). The first challenge that one of them can answer is the one that counts (R-AUTH-1).
 */
public final class AuthSchemes {
    private final Lazy<SecurityPackage> tokens;
    private final Lazy<List<Row>> rows;

    /**
     * A scheme.
     *
     * @param name its name in a challenge
     * @param canAnswer looks at what a challenge asks for
     * @param withCredentials begins a logon of a named user
     * @param withLogon begins a logon of the user of this machine; null if the scheme has none
     */
    private record Row(
            String name,
            Predicate<Challenge> canAnswer,
            Function<UserPassword, AuthContext> withCredentials,
            @Nullable AuthContext withLogon) {}

    /**
     * Creates the table.
     *
     * @param clock tells the time
     * @param tokens what makes the tokens of Kerberos, and of the user who is logged on; asked when first needed
     */
    public AuthSchemes(InstantSource clock, Supplier<SecurityPackage> tokens) {
        this.tokens = new Lazy<>(tokens);
        this.rows = new Lazy<>(() -> rows(clock, this.tokens.get()));
    }

    private static List<Row> rows(InstantSource clock, SecurityPackage tokens) {
        return List.of(
                new Row(BasicContext.NAME, challenge -> true, BasicContext::new, null),
                new Row(DigestContext.NAME, DigestContext::canAnswer, DigestContext::new, null),
                new Row(
                        NtlmContext.NAME,
                        challenge -> true,
                        user -> new NtlmContext(NtlmContext.NAME, user, clock),
                        new TokenContext(NtlmContext.NAME, null, tokens)),
                new Row(
                        NegotiateContext.NAME,
                        challenge -> true,
                        user -> new NegotiateContext(
                                new TokenContext(NegotiateContext.NAME, user, tokens),
                                new NtlmContext(NegotiateContext.NAME, user, clock)),
                        new NegotiateContext(new TokenContext(NegotiateContext.NAME, null, tokens), null)));
    }

    /**
     * Chooses the challenge to answer.
     *
     * @param challenges what the server offers
     * @return the first of a known scheme, or null
     */
    public @Nullable Challenge choose(List<Challenge> challenges) {
        for (Challenge challenge : challenges) {
            Row row = find(challenge.scheme());
            if (row != null && row.canAnswer().test(challenge)) {
                return challenge;
            }
        }
        return null;
    }

    /**
     * Begins a logon.
     *
     * @param challenge a challenge that was chosen
     * @param credentials who logs on, or null for the user who is logged on to this machine
     * @return the logon, or null if the scheme needs a name and a password
     */
    public @Nullable AuthContext begin(Challenge challenge, @Nullable UserPassword credentials) {
        Row row = find(challenge.scheme());
        if (row == null) {
            return null;
        }
        if (credentials != null) {
            return row.withCredentials().apply(credentials);
        }
        AuthContext own = row.withLogon();
        return own == null ? null : own.next();
    }

    /**
     * Returns whether the user of this machine is named to a server or a proxy that asks (R-AUTH-22, R-AUTH-23).
     *
     * @param target who asks
     * @return true of all proxies, and of the servers that the package names
     */
    boolean logsOnUserAt(AuthTarget target) {
        return target.proxy() || tokens.get().logsOnUserAt(target.secure(), target.host(), target.port());
    }

    private @Nullable Row find(String scheme) {
        for (Row row : rows.get()) {
            if (row.name().equalsIgnoreCase(scheme)) {
                return row;
            }
        }
        return null;
    }
}
