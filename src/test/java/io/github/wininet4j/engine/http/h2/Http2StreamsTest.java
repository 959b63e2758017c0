package io.github.wininet4j.engine.http.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.engine.http.h1.Http1Streams;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.engine.net.tls.Revocation;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.Waits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What depends on which of two threads is first, in a certain order. */
final class Http2StreamsTest {
    private static final TlsPolicy POLICY = new TlsPolicy(
            SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
            false,
            List.of(),
            null,
            false,
            TestCertificates.trustStore(),
            Revocation.UNCHECKED,
            false);

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    @Rule("R-PROJ-H2-1")
    void open_whenTheSettingsThatAllowNoStreamAreKnownFirst_waitsForOthers() throws Exception {
        Gate known = new Gate();
        Gate waited = new Gate();
        Http2Peer.Talk talk = connection -> {
            connection.settings(3, 0);
            Http2Peer.Frame answer = connection.read(Http2Peer.SETTINGS);
            while ((answer.flags() & Http2Peer.ACK) == 0) {
                answer = connection.read(Http2Peer.SETTINGS);
            }
            known.open();
            waited.await();
            connection.settings(3, 1);
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "late");
            connection.awaitEnd();
        };
        // The request does not go on before the settings count.
        Executor workers = reader -> {
            start(reader);
            known.await();
        };
        SharedConnections shared = new SharedConnections();
        try (PoolRig rig = new PoolRig();
                Http2Peer peer = Http2Peer.start(talk)) {
            Http1Streams http1 = new Http1Streams(rig.pool, old -> 2, old -> 2);
            Http2Streams streams = new Http2Streams(http1, rig.pool, shared, workers, rig.clock);
            HttpUrl url = new HttpUrl(UrlScheme.HTTPS, "localhost", peer.port(), "/");
            StreamOptions options = new StreamOptions(
                    Timeouts.NONE, POLICY, RequestEvents.SILENT, new Cancellation(), true, false, null, true);
            CompletableFuture<HttpStream> opened = new CompletableFuture<>();
            start(() -> {
                try {
                    opened.complete(streams.open(url, Route.DIRECT, options, false));
                } catch (Exception e) {
                    opened.completeExceptionally(e);
                }
            });

            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waits.SECONDS);
            while (shared.waiting(Http1Streams.key(url, Route.DIRECT, options)) == 0 && !opened.isDone()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            assertThat(opened).isNotDone();
            waited.open();

            HttpStream stream = opened.get(Waits.SECONDS, TimeUnit.SECONDS);
            stream.send(new RequestHead("GET", url, new HeaderList()), RequestBody.NONE);
            assertThat(stream.receive().status()).isEqualTo(200);
            assertThat(peer.connections()).isEqualTo(1);
            stream.abort();
            shared.close();
        }
    }
}
