package io.github.wininet4j.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private static final HttpUrl URL = new HttpUrl(UrlScheme.HTTP, "www.example.org", 80, "/");
    private static final String LATER = "; expires=Fri, 31-Dec-2049 23:59:59 GMT";

    @TempDir
    private Path data;

    private CookieJar jar() {
        return new CookieJar(Instant::now, data.resolve("cookies"), new CookiePolicy(() -> false), () -> false, false);
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
        assertThat(jar().find(new HttpUrl(UrlScheme.HTTP, "www.example.org", 80, "/\u00E4"), 0))
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

    private CookieJar jarWithFiles(String name, byte[] content) throws IOException {
        jar().receive(URL, "a=1" + LATER, false, null);
        Files.write(data.resolve("cookies").resolve(name), content);
        return jar();
    }

    @Test
    @Rule("R-PROJ-COOKIE-3")
    void pipesLinksAndFolders_amongTheFiles_areLeftAlone() throws Exception {
        jar().receive(URL, "a=1" + LATER, false, null);
        Path folder = data.resolve("cookies");
        Path other = Files.writeString(data.resolve("other"), "no cookie");
        Files.createDirectory(folder.resolve("folder.cookie"));
        Files.createDirectory(folder.resolve("newfolder.tmp"));
        pipe(folder.resolve("pipe.cookie"));
        pipe(folder.resolve("newpipe.tmp"));
        Files.createSymbolicLink(folder.resolve("link.cookie"), other);

        CookieJar jar = jar();

        try (CapturedLog logged = CapturedLog.start()) {
            assertThat(texts(jar)).containsExactly("a=1");
            logged.await(folder.toString());
            jar.receive(URL, "b=2" + LATER, false, null);
            assertThat(texts(jar())).containsExactly("a=1", "b=2");
        }
        assertThat(other).exists();
        assertThat(folder.resolve("pipe.cookie")).exists();
    }

    private static void pipe(Path file) throws Exception {
        Process mkfifo = new ProcessBuilder(Tools.require("mkfifo").toString(), file.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
    }

    @Test
    @Rule("R-PROJ-COOKIE-3")
    void hugeFile_amongTheFiles_isNotRead() throws IOException {
        jar().receive(URL, "a=1" + LATER, false, null);
        Path huge = data.resolve("cookies").resolve("huge.cookie");
        try (FileChannel channel = FileChannel.open(huge, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Sparse, and more than an array can hold.
            channel.write(ByteBuffer.allocate(1), 3L << 30);
        }

        try (CapturedLog logged = CapturedLog.start()) {
            assertThat(texts(jar())).containsExactly("a=1");
            logged.await(huge.getParent().toString());
        }
        assertThat(huge).exists();
    }

    @Test
    @Rule("R-PROJ-COOKIE-3")
    void cookieTooLargeForAFile_staysInMemory_andTheOldFileGoes() {
        CookieJar jar = jar();
        jar.receive(URL, "a=1" + LATER, false, null);

        try (CapturedLog logged = CapturedLog.start()) {
            jar.receive(URL, "a=" + "x".repeat(1 << 20) + LATER, false, null);
            logged.await(data.resolve("cookies").toString());
        }

        assertThat(texts(jar)).singleElement().asString().hasSize(2 + (1 << 20));
        assertThat(texts(jar())).isEmpty();
    }

    @Test
    @Rule({"R-PROJ-COOKIE-2", "R-PROJ-COOKIE-3"})
    void file_whoseCookieCouldNotHaveBeenSet_isRemoved() throws IOException {
        jar().receive(URL, "a=1" + LATER, false, null);
        Path file = files().get(0);
        String content = Files.readString(file);
        for (String forged : List.of("1; b=2", "1\r2", "\u0007")) {
            Files.writeString(file, content.replace("\n1\n", "\n" + forged + "\n"));
            assertThat(texts(jar())).as(forged).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    @Rule("R-PROJ-COOKIE-3")
    void copyOfAFile_underAnotherName_isNoCookie() throws IOException {
        jar().receive(URL, "a=1" + LATER, false, null);
        CookieJar jar = jarWithFiles("copy.cookie", Files.readAllBytes(files().get(0)));
        assertThat(texts(jar)).containsExactly("a=1");

        jar.receive(URL, "a=; expires=Thu, 01-Jan-1970 00:00:00 GMT", false, null);

        assertThat(texts(jar())).isEmpty();
    }

    @Test
    @Rule("R-PROJ-COOKIE-3")
    void file_ofALaterVersion_isLeftAlone() throws IOException {
        CookieJar jar = jarWithFiles("later.cookie", "wininet4j cookie 2\nanything".getBytes(StandardCharsets.UTF_8));

        assertThat(texts(jar)).containsExactly("a=1");
        assertThat(data.resolve("cookies").resolve("later.cookie")).exists();
    }

    @Test
    @Rule("R-PROJ-COOKIE-4")
    void temporaryFiles_ofWritersThatAreGone_areDeleted() throws IOException {
        CookieJar jar = jarWithFiles("newdead.tmp", new byte[10]);
        Path folder = data.resolve("cookies");
        Files.setLastModifiedTime(
                folder.resolve("newdead.tmp"), FileTime.from(Instant.now().minusSeconds(7200)));
        Files.write(folder.resolve("newalive.tmp"), new byte[10]);

        assertThat(texts(jar)).containsExactly("a=1");

        assertThat(folder.resolve("newdead.tmp")).doesNotExist();
        assertThat(folder.resolve("newalive.tmp")).exists();
    }

    @Test
    @Rule({"R-COOKIE-2", "R-COOKIE-44"})
    void bareCookie_comesBackAsItWas() {
        jar().receive(URL, "alone" + LATER, false, null);

        assertThat(texts(jar())).containsExactly("alone");
    }

    @Test
    @Rule({"R-COOKIE-1", "R-COOKIE-2"})
    void oneCookie_setByManyThreads_endsOnDiskAsInMemory() throws Exception {
        CookieJar jar = jar();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        for (int value = 0; value < 50; value++) {
                            jar.receive(URL, "c=" + i + "." + value + LATER, false, null);
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

        assertThat(texts(jar())).isEqualTo(texts(jar)).hasSize(1);
    }
}
