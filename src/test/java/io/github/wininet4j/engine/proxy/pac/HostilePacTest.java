package io.github.wininet4j.engine.proxy.pac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts that run without end, or take all the memory there is: each one ends with a failure, and the machine goes on.
 */
@Rule("R-PROJ-PAC-1")
final class HostilePacTest {
    private static final String RUN = "function FindProxyForURL(url, host) { ";

    /** The limit is looked at from time to time, so that a run may take somewhat more than its 64 MB. */
    private static final long MAX_ALLOCATED = 128L << 20;

    static Stream<String> hostileScripts() {
        return Stream.of(
                "while (true) {} " + RUN + "}",
                RUN + "while (true) {} }",
                RUN + "while (true) { try { while (true) {} } catch (e) {} finally { continue; } } }",
                RUN + "function f() { return f() + f(); } return f(); }",
                RUN + "function f() { try { return f(); } catch (e) { return f(); } } return f(); }",
                RUN + "return 'x'.repeat(1e9); }",
                RUN + "return 'x'.padStart(2e9, 'y') + 'x'.padEnd(2e9); }",
                RUN + "var s = 'x'; for (var i = 0; i < 40; i++) s += s; return s.indexOf('y') + ''; }",
                RUN + "var s = 'x'; for (var i = 0; i < 40; i++) s = s + s; return '' + (s == s + 'y'); }",
                RUN + "var s = 'x'; for (var i = 0; i < 40; i++) s = `${s}${s}`; return s; }",
                RUN + "var s = 'x'; for (var i = 0; i < 40; i++) s = s.concat(s); return s; }",
                RUN + "var s = 'x'; for (var i = 0; i < 40; i++) s = s.replace(/x/g, 'xxxxxxxx'); return s; }",
                RUN + "var a = ['xxxxxxxx']; for (var i = 0; i < 60; i++) a = [a, a]; return a.join(); }",
                RUN + "var a = ['xxxxxxxx']; for (var i = 0; i < 60; i++) a = [a, a]; return '' + a; }",
                RUN + "var a = []; while (true) a.push(new Array(10000).fill(1)); }",
                RUN + "var a = {}; for (var i = 0; ; i++) a['k' + i] = {v: i}; }",
                RUN + "return Array(1e9).join('x'); }",
                RUN + "return Array(4e9).fill(0).length + ''; }",
                RUN + "return Array.prototype.indexOf.call({length: 9e15}, 1) + ''; }",
                RUN + "return Array.prototype.lastIndexOf.call({get length() { return 9e15; }}, 1) + ''; }",
                RUN + "return Array.from({length: 1e9}).length + ''; }",
                RUN + "return Math.max.apply(null, {length: 1e9}) + ''; }",
                RUN + "return '' + /^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'); }",
                RUN + "var a = []; for (var i = 0; i < 3e6; i++) a.push(i % 7); return '' + a.sort(); }",
                RUN + "var n = 0; return [].indexOf.call({get length() { return n++ ? 9e15 : 1; }}, 1) + ''; }",
                RUN + "var o = {toString: function() { while (true) {} }}; return dnsResolve(o); }",
                RUN + "return new Array(5).map.call({length: {valueOf: function() { return 1e9; }}}, String) + ''; }");
    }

    @ParameterizedTest
    @MethodSource("hostileScripts")
    void findProxy_withAHostileScript_failsAndLeavesTheMachineUsable(String source) throws Exception {
        long before = used();
        long start = processorTime();
        PacScript script = PacScript.compile(source, PacLimits.DEFAULT);
        long compiling = processorTime() - start;
        CompletableFuture<PacUsage> usage = new CompletableFuture<>();

        assertThatThrownBy(() -> script.findProxy(
                        "http://host/", "host", new FixedNetwork(), new Cancellation(), usage::complete))
                .isInstanceOf(PacException.class)
                .hasNoSuppressedExceptions();

        assertThat(used() - before).as("memory that stays").isLessThan(256L << 20);
        // Its own clock: what the machine does meanwhile is not the script's doing.
        PacUsage ended = usage.get(Waits.SECONDS, TimeUnit.SECONDS);
        assertThat(compiling + ended.processorNanos() + ended.waitedNanos())
                .as("processor time and waits until the thread has ended")
                .isLessThan(TimeUnit.SECONDS.toNanos(2));
        assertThat(ended.allocatedBytes()).as("all memory that it took").isLessThan(MAX_ALLOCATED);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    @Rule("R-PROJ-PAC-2")
    void findProxy_whoseRequestIsCancelled_endsWithItsThread() throws Exception {
        PacLimits endless = new PacLimits(TimeUnit.DAYS.toMillis(1), Long.MAX_VALUE, Long.MAX_VALUE, 1 << 20);
        PacScript script = PacScript.compile(RUN + "dnsResolve('a'); while (true) {} }", endless);
        SlowNames network = new SlowNames(0);
        Cancellation request = new Cancellation();
        CompletableFuture<PacUsage> usage = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                script.findProxy("http://host/", "host", network, request, usage::complete);
            } catch (PacException e) {
                failure.complete(e);
            }
        });
        caller.start();
        assertThat(network.begun.await(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();

        request.cancel();

        assertThat(failure.get(Waits.SECONDS, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
        assertThat(usage.get(Waits.SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) dnsResolve('a'); }",
                "for (var i = 0; ; i++) isResolvable('a' + i); }",
                "while (true) { try { while (true) isInNet('a', '1.2.3.4', '255.0.0.0'); } catch (e) {} } }",
                "while (true) isResolvableEx('a') || dnsResolveEx('b'); }"
            })
    void findProxy_whenTheScriptWaitsForNames_allWaitsCountTogether(String rest) throws Exception {
        SlowNames network = new SlowNames(40);
        PacScript script = PacScript.compile(RUN + rest, new PacLimits(400, 64L << 20, 1 << 22, 1 << 20));

        assertThatThrownBy(() -> script.findProxy("http://host/", "host", network))
                .isInstanceOf(PacException.class)
                .hasMessageContaining("too long");

        // Each look-up takes a tenth of all the time there is.
        assertThat(network.asked.get()).isBetween(1, 11);
    }

    @Test
    void findProxy_whenANameIsNeverAnswered_failsWhileTheLookUpGoesOn() throws Exception {
        SlowNames network = new SlowNames(Waits.SECONDS * 1_000L);
        PacScript script = PacScript.compile(RUN + "return dnsResolve('a'); }", PacLimits.DEFAULT);

        assertThatThrownBy(() -> script.findProxy("http://host/", "host", network))
                .hasMessageContaining("too long");

        assertThat(network.asked.get()).isEqualTo(1);
        assertThat(network.answered.getCount()).isEqualTo(1);
        network.answered.countDown();
    }

    /** A name server that lets everybody wait. */
    private static final class SlowNames implements PacNetwork {
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);
        private final FixedNetwork others = new FixedNetwork();
        private final long millis;

        SlowNames(long millis) {
            this.millis = millis;
        }

        @Override
        public List<InetAddress> resolve(String host) {
            asked.incrementAndGet();
            begun.countDown();
            try {
                answered.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public List<InetAddress> ownAddresses() {
            return others.ownAddresses();
        }

        @Override
        public ZonedDateTime now() {
            return others.now();
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {} }",
                "return shExpMatch(Array(1000000).join('a'), '*' + Array(500000).join('a') + '?b') + ''; }"
            })
    void findProxy_whenTheTimeIsOver_endsTheThread(String rest) throws Exception {
        PacScript script = PacScript.compile(RUN + rest, new PacLimits(500, 1L << 30, 1 << 22, 1 << 20));

        assertThatThrownBy(() -> script.findProxy("http://host/", "host", new FixedNetwork()))
                .hasMessageContaining("too long");

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("proxy script")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
