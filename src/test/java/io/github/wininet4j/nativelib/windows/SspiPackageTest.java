package io.github.wininet4j.nativelib.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.host.SecurityTokens;
import io.github.wininet4j.nativelib.windows.SecurityContexts.Step;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The logon of the user of Windows, with a double of the system. Not tried on a real one. */
final class SspiPackageTest {
    private final List<String> calls = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    private final SecurityContexts contexts = (scheme, service) -> {
        calls.add(scheme + " " + service);
        return new SecurityContexts.Context() {
            @Override
            public Step step(byte @Nullable [] received) throws IOException {
                calls.add("step " + (received == null ? "-" : received.length));
                Step next = steps.poll();
                if (next == null) {
                    throw new IOException("refused");
                }
                return next;
            }

            @Override
            public void release() {
                calls.add("release");
            }
        };
    };

    private final SspiPackage sspi = new SspiPackage(contexts, (scheme, host, user, password) -> {
        calls.add("password of " + user + " for " + scheme + " at " + host);
        return null;
    });

    @Test
    void begin_withoutAUser_logsOnTheUserOfTheMachine() throws IOException {
        steps.add(new Step(new byte[] {1}, true));
        steps.add(new Step(new byte[] {2, 3}, false));
        try (SecurityTokens tokens = sspi.begin("Negotiate", "proxy.corp.test", null, null)) {
            assertThat(tokens.next(null)).containsExactly(1);
            assertThat(tokens.next(new byte[5])).containsExactly(2, 3);
            assertThat(tokens.next(new byte[5])).isNull();
        }

        assertThat(calls).containsExactly("Negotiate HTTP/proxy.corp.test", "step -", "step 5", "release");
    }

    @Test
    void next_whenTheLastStepHasNothingToSend_isNothing() throws IOException {
        steps.add(new Step(new byte[] {1}, true));
        steps.add(new Step(new byte[0], false));
        SecurityTokens tokens = sspi.begin("NTLM", "server", null, null);

        assertThat(tokens.next(null)).containsExactly(1);
        assertThat(tokens.next(new byte[1])).isNull();
    }

    @Test
    void next_whenTheSystemRefuses_fails() throws IOException {
        SecurityTokens tokens = sspi.begin("NTLM", "server", null, null);

        assertThatThrownBy(() -> tokens.next(null)).isInstanceOf(IOException.class);
        tokens.close();
        assertThat(calls).endsWith("release");
    }

    @Test
    void begin_withAUserAndAPassword_isLeftToTheOtherPackage() throws IOException {
        assertThat(sspi.begin("Negotiate", "server", "bob", "Gehe1m-sspi")).isNull();

        assertThat(calls).containsExactly("password of bob for Negotiate at server");
    }
}
