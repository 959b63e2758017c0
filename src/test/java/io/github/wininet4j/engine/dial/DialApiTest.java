package io.github.wininet4j.engine.dial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.testing.DeafServer;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Waits;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Attempts to connect that no handle owns. */
final class DialApiTest {
    @Test
    void closeOfTheEngine_endsACheckUnderWay() throws Exception {
        Gate asked = new Gate("look-up");
        try (DeafServer deaf = DeafServer.start()) {
            BackEnd api = WinInets.engine(WinInetConfig.isolated().withResolver(host -> {
                asked.open();
                return List.of(InetAddress.getByName("127.0.0.1"));
            }));
            CompletableFuture<Boolean> check = CompletableFuture.supplyAsync(
                    () -> api.InternetCheckConnection("http://deaf.test:" + deaf.port() + "/", 1, 0));
            asked.await();

            api.close();

            assertThat(check.get(Waits.SECONDS, TimeUnit.SECONDS)).isFalse();
        }
    }
}
