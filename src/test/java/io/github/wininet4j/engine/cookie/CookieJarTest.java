package io.github.wininet4j.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a jar keeps on disk, and jars that share a folder. */
final class CookieJarTest {
    private static final CookieUrl URL = CookieUrl.of(false, "www.example.org", "/");
    private static final String LATER = "; expires=Fri, 31-Dec-2049 23:59:59 GMT";

    @TempDir
    private Path data;

    private CookieJar jar() {
        return new CookieJar(Instant::now, data, new CookiePolicy(() -> false), () -> false);
    }

    private static List<String> texts(CookieJar jar) {
        return jar.find(URL, 0).stream().map(Cookie::text).toList();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(data.resolve("cookies"))) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Rule("R-COOKIE-2")
    void isEmpty_ofAFreshJar_leavesNoTraceOnDisk() {
        CookieJar jar = jar();

        assertThat(jar.isEmpty()).isTrue();
        jar.receive(URL, "a=1", false, null);
        assertThat(jar.isEmpty()).isFalse();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    @Rule("R-COOKIE-2")
    void files_areThoseOfTheirOwnerAlone() throws IOException {
        jar().receive(URL, "a=1" + LATER, false, null);

        assertThat(files()).hasSize(1);
        if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("cookies"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Rule("R-COOKIE-2")
    void files_thatAreNoCookies_areLeftOutAndRemoved() throws IOException {
        jar().receive(URL, "a=1; path=/\u00E4" + LATER, false, null);
        jar().receive(URL, "b=\u20AC" + LATER, false, null);
        Path folder = data.resolve("cookies");
        Files.writeString(folder.resolve("empty.cookie"), "");
        Files.writeString(folder.resolve("short.cookie"), "wininet4j cookie 1\nexample.org\n/");
        Files.writeString(
                folder.resolve("odd.cookie"), "wininet4j cookie 1\nexample.org\n/\na\n1\ntrue\nxyz\nsoon\nlast");
        Files.write(folder.resolve("binary.cookie"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        Files.writeString(folder.resolve("other.txt"), "not mine");

        assertThat(texts(jar())).containsExactly("b=\u20AC");
        assertThat(jar().find(CookieUrl.of(false, "www.example.org", "/\u00E4"), 0))
                .hasSize(2);
        assertThat(folder.resolve("other.txt")).exists();
        assertThat(folder.resolve("odd.cookie")).doesNotExist();
    }

    @Test
    @Rule("R-COOKIE-2")
    void file_ofACookieThatIsSetAgainUnchanged_isNotWrittenAgain() throws IOException {
        CookieJar jar = jar();
        jar.receive(URL, "a=1" + LATER, false, null);
        FileTime past = FileTime.fromMillis(0);
        Files.setLastModifiedTime(files().get(0), past);

        jar.receive(URL, "a=1" + LATER, false, null);
        assertThat(Files.getLastModifiedTime(files().get(0))).isEqualTo(past);
        jar.receive(URL, "a=2" + LATER, false, null);
        assertThat(Files.getLastModifiedTime(files().get(0))).isGreaterThan(past);
        Files.delete(files().get(0));
        jar.receive(URL, "a=2" + LATER, false, null);
        assertThat(files()).hasSize(1);
    }

    @Test
    @Rule("R-COOKIE-36")
    void files_ofCookiesThatMadeRoom_goWithThem() {
        CookieJar jar = jar();
        for (int i = 0; i < CookieStore.PER_DOMAIN + 5; i++) {
            jar.receive(URL, "c" + i + "=1" + LATER, false, null);
        }

        assertThat(files()).hasSize(CookieStore.PER_DOMAIN);
        assertThat(texts(jar()))
                .hasSize(CookieStore.PER_DOMAIN)
                .contains("c5=1")
                .doesNotContain("c4=1");
    }

    @Test
    @Rule({"R-COOKIE-1", "R-COOKIE-2"})
    void jars_ofManyThreadsWithOneFolder_loseNothing() throws Exception {
        List<CookieJar> jars = List.of(jar(), jar());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = IntStream.range(0, 40)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        CookieJar jar = jars.get(i % 2);
                        for (int value = 0; value < 20; value++) {
                            jar.receive(URL, "c" + i + "=" + value + LATER, false, null);
                            jar.find(URL, 0);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        List<String> expected =
                IntStream.range(0, 40).mapToObj(i -> "c" + i + "=19").toList();
        assertThat(texts(jar())).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Stream.concat(texts(jars.get(0)).stream(), texts(jars.get(1)).stream()))
                .contains("c0=19", "c1=19", "c39=19");
    }
}
