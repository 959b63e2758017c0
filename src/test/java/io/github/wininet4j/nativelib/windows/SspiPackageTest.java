package io.github.wininet4j.nativelib.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.host.SecurityTokens;
import io.github.wininet4j.nativelib.windows.SecurityContexts.Step;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private final Map<String, SecurityZones.Site> sites = new HashMap<>();

    private final SspiPackage sspi = new SspiPackage(contexts, sites::get, (scheme, host, user, password) -> {
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

    @ParameterizedTest
    @Rule("R-AUTH-22")
    @CsvSource({
        "1, 0x20000, true",
        "2, 0x20000, false",
        "3, 0x20000, false",
        "4, 0, true",
        "3, 0, true",
        "1, 0x10000, false",
        "1, 0x30000, false",
        "0, 0x20000, false"
    })
    void logsOnUserAt_aSite_asThePolicyOfItsZoneSays(int zone, String logon, boolean expected) {
        sites.put("https://www.corp.test:443/", new SecurityZones.Site(zone, Integer.decode(logon)));
        sites.put("http://[2001:db8::1]:81/", new SecurityZones.Site(zone, Integer.decode(logon)));

        assertThat(sspi.logsOnUserAt(true, "www.corp.test", 443)).isEqualTo(expected);
        assertThat(sspi.logsOnUserAt(false, "2001:db8::1", 81)).isEqualTo(expected);
    }

    @Test
    @Rule("R-AUTH-23")
    void logsOnUserAt_whereTheSystemKnowsNoZone_isTrueOfNamesWithoutADot() {
        assertThat(sspi.logsOnUserAt(true, "intranet", 443)).isTrue();
        assertThat(sspi.logsOnUserAt(true, "www.corp.test", 443)).isFalse();
        assertThat(sspi.logsOnUserAt(false, "::1", 80)).isFalse();
    }

    @Test
    void begin_withAUserAndAPassword_isLeftToTheOtherPackage() throws IOException {
        assertThat(sspi.begin("Negotiate", "server", "bob", "Gehe1m-sspi")).isNull();

        assertThat(calls).containsExactly("password of bob for Negotiate at server");
    }
}
