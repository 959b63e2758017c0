package io.github.wininet4j.engine.http.auth;

import io.github.wininet4j.engine.http.ntlm.NtlmClient;
import io.github.wininet4j.engine.http.ntlm.NtlmIdentity;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** NTLM, under its own name or as the mechanism of Negotiate ([MS-NTHT]). */
final class NtlmContext implements AuthContext {
    static final String NAME = "NTLM";

    /** Where the logon stands. */
    private enum Step {
        START,
        FIRST_SENT,
        ANSWERED
    }

    private final String scheme;
    private final UserPassword credentials;
    private final InstantSource clock;
    private final NtlmClient client;
    private Step step = Step.START;

    NtlmContext(String scheme, UserPassword credentials, InstantSource clock) {
        this.scheme = scheme;
        this.credentials = credentials;
        this.clock = clock;
        this.client = new NtlmClient(clock);
    }

    @Override
    public boolean isConnectionBound() {
        return true;
    }

    @Override
    public AuthContext next() {
        return new NtlmContext(scheme, credentials, clock);
    }

    @Override
    public @Nullable String respond(@Nullable Challenge challenge, AuthRequest request) throws IOException {
        if (step == Step.START) {
            step = Step.FIRST_SENT;
            return header(client.first());
        }
        String token = challenge == null ? null : challenge.token();
        // A bare challenge after the first message starts over, after the last one it is a refusal.
        if (step == Step.ANSWERED || token == null) {
            return null;
        }
        step = Step.ANSWERED;
        NtlmIdentity identity = NtlmIdentity.of(credentials.user(), credentials.password());
        return header(client.answer(Tokens.decode(token), identity, "HTTP/" + request.host(), null));
    }

    private String header(byte[] message) {
        return scheme + " " + Base64.getEncoder().encodeToString(message);
    }
}
