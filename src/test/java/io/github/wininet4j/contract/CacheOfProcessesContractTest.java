package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache that another process works on as well. */
@ContractTest
final class CacheOfProcessesContractTest extends CacheFixture {
    private final CacheClient cache;

    CacheOfProcessesContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.cache = new CacheClient(api);
    }

    /** Stores entries when it is told to: {@code FOLDER URL...}. */
    static final class Storing {
        private Storing() {}

        public static void main(String[] arguments) throws IOException {
            WinInetConfig config = WinInetConfig.defaults().withCache(CachePlace.at(Path.of(arguments[0])));
            try (BackEnd api = WinInets.engine(config)) {
                CacheClient client = new CacheClient(api);
                client.store("http://process.example/", "so that all is loaded");
                System.out.println("ready");
                System.in.read();
                for (int i = 1; i < arguments.length; i++) {
                    client.store(arguments[i], "of the process");
                }
                System.out.println("stored");
            }
        }
    }

    private Process start(String... urls) throws IOException {
        INTERNET_CACHE_CONFIG_INFO info = new INTERNET_CACHE_CONFIG_INFO();
        assertThat(api.GetUrlCacheConfigInfo(info, null, CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC))
                .isTrue();
        Path content = Path.of(info.CachePath);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Storing.class.getName(),
                        content.getParent().toString(),
                        urls[0],
                        urls[1])
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void post(Conversation client, String target) {
        HINTERNET request = client.openRequest("POST", target, 0);
        assertThat(client.send(request)).isZero();
        client.readText(request);
    }

    @Test
    @Rule({"R-CENT-34", "R-CACHE-3", "R-PROJ-CACHE-25"})
    void containerWithAPath_hasItForOtherProcessesAsWell(@TempDir Path folder) throws Exception {
        assertThat(api.CreateUrlCacheContainer("days", "Days:", folder.toString(), 0, 0, 0, null, null))
                .isTrue();
        Process process = start("Days:monday", "http://content.example/");
        try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream order = process.getOutputStream()) {
            order.write('\n');
            order.flush();
            assertThat(lines.readLine()).isEqualTo("ready");
            assertThat(lines.readLine()).isEqualTo("stored");
        } finally {
            process.destroyForcibly();
        }

        assertThat(Path.of(cache.info("Days:monday").lpszLocalFileName))
                .startsWith(folder)
                .hasContent("of the process");
        assertThat(Path.of(cache.info("http://content.example/").lpszLocalFileName)
                        .startsWith(folder))
                .isFalse();
    }

    @Test
    @Rule({"R-CACHE-3", "R-PROJ-CACHE-16", "R-PROJ-CACHE-22"})
    void post_takesAwayWhatAnotherProcessHasJustStored() throws Exception {
        for (String target : new String[] {"/a", "/b", "/other"}) {
            server.handle(target, response("", "done"));
        }
        Conversation client = sync();
        cache.store("http://first.example/", "so that there is a cache");
        Process process = start(server.url("/a"), server.url("/b"));
        try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream order = process.getOutputStream()) {
            assertThat(lines.readLine()).isEqualTo("ready");
            // What is remembered of the cache is as new as it can be, and yet older than what is stored now.
            post(client, "/other");
            order.write('\n');
            order.flush();
            assertThat(lines.readLine()).isEqualTo("stored");

            post(client, "/a");

            assertThat(cache.info(server.url("/a"))).isNull();
            assertThat(cache.info(server.url("/b"))).isNotNull();
            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
