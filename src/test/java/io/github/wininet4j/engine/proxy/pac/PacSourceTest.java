package io.github.wininet4j.engine.proxy.pac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts from files, data URLs and servers: their charset, their length, and what is no place for one. */
@Rule({"R-PROJ-PAC-2", "R-PROXY-37"})
final class PacSourceTest {
    private static final String TEXT = "// J\u00e4ger \u2192 \u0436";

    @TempDir
    private Path folder;

    private static PacSource.Download server(byte[] bytes, @Nullable String type) {
        return (url, cancellation) -> new PacSource.Document(bytes, type);
    }

    private static String load(String url, byte[] bytes, @Nullable String type) throws IOException {
        return new PacSource(server(bytes, type)).load(url, new Cancellation());
    }

    private static String load(String url) throws IOException {
        return load(url, new byte[0], null);
    }

    private static byte[] marked(int[] mark, String text, Charset charset) {
        byte[] encoded = text.getBytes(charset);
        byte[] all = new byte[mark.length + encoded.length];
        for (int i = 0; i < mark.length; i++) {
            all[i] = (byte) mark[i];
        }
        System.arraycopy(encoded, 0, all, mark.length, encoded.length);
        return all;
    }

    @Test
    void load_withAByteOrderMark_isInItsCharset_whateverTheServerSays() throws IOException {
        String type = "application/x-ns-proxy-autoconfig; charset=iso-8859-1";
        byte[] utf8 = marked(new int[] {0xEF, 0xBB, 0xBF}, TEXT, StandardCharsets.UTF_8);
        byte[] big = marked(new int[] {0xFE, 0xFF}, TEXT, StandardCharsets.UTF_16BE);
        byte[] little = marked(new int[] {0xFF, 0xFE}, TEXT, StandardCharsets.UTF_16LE);
        for (byte[] each : new byte[][] {utf8, big, little}) {
            assertThat(load("http://h/", each, type)).isEqualTo(TEXT);
            Path file = Files.write(folder.resolve("marked.pac"), each);
            assertThat(load(file.toUri().toString())).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=windows-1251, windows-1251",
        "'text/plain; charset=\"ISO-8859-1\"; x=y', iso-8859-1",
        "text/plain;CHARSET=utf-8, utf-8",
        "text/plain; charset=no-such-charset, utf-8",
        "text/plain; charset=:, utf-8",
        "text/plain, utf-8",
        ", utf-8"
    })
    void load_withoutAMark_isInTheCharsetThatTheServerNames(@Nullable String type, String charset) throws IOException {
        String text = charset.equals("iso-8859-1") ? "// J\u00e4ger" : "// \u0436";

        assertThat(load("http://h/", text.getBytes(Charset.forName(charset)), type))
                .isEqualTo(text);
    }

    @Test
    void load_ofWhatIsNoUtf8_isLatin1() throws IOException {
        byte[] bytes = "// J\u00e4ger".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(load("http://h/", bytes, null)).isEqualTo("// J\u00e4ger");
    }

    @Test
    void load_ofAMegabyte_succeeds_andOfOneByteMoreFails() throws IOException {
        for (int more : new int[] {0, 1}) {
            byte[] bytes = "x".repeat(PacSource.MAX_BYTES + more).getBytes(StandardCharsets.US_ASCII);
            Path file = Files.write(folder.resolve("long.pac"), bytes);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            String plain = new String(bytes, StandardCharsets.US_ASCII);
            for (String url :
                    new String[] {"http://h/", file.toUri().toString(), "data:," + plain, "data:;base64," + base64}) {
                if (more == 0) {
                    assertThat(load(url, bytes, null)).isEqualTo(plain);
                } else {
                    assertThatThrownBy(() -> load(url, bytes, null))
                            .isInstanceOf(IOException.class)
                            .hasMessageContaining("too long");
                }
            }
        }
    }

    @Test
    void load_ofAPlainFile_isItsText_howeverItsUrlIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.pac"), TEXT);
        String path = file.toString().replace('\\', '/');
        String rooted = path.startsWith("/") ? path : "/" + path;
        for (String url : new String[] {
            "file://" + rooted, "file:" + rooted, "FILE://localhost" + rooted, "file://" + rooted.replace(" ", "%20")
        }) {
            assertThat(load(url)).as(url).isEqualTo(TEXT);
        }
    }

    @Test
    void load_ofAFileThatIsNoPlainOne_fails() throws Exception {
        Path pipe = folder.resolve("pipe");
        int made = new ProcessBuilder(Tools.require("mkfifo").toString(), pipe.toString())
                .start()
                .waitFor();
        assertThat(made).isZero();
        Path missing = folder.resolve("missing");
        for (Path each : new Path[] {folder, pipe, missing, Path.of("/dev/zero"), Path.of("/dev/null")}) {
            assertThatThrownBy(() -> load("file://" + each))
                    .as("%s", each)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no file");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file://server/share/proxy.pac",
                "file:\\\\server\\share\\proxy.pac",
                "file:////server/share/proxy.pac",
                "file://///server/share/proxy.pac",
                "file:///\\server\\share\\proxy.pac",
                "file://localhost//server/share/proxy.pac",
                "file://127.0.0.1/etc/hosts"
            })
    void load_ofAFileOfAnotherMachine_fails(String url) {
        assertThatThrownBy(() -> load(url))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a file of this machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.pac",
                "ftp://h/proxy.pac",
                "jar:file:///x!/y",
                "\\\\server\\share\\proxy.pac",
                "file:%zz",
                "data:no-comma",
                "data:;base64,A"
            })
    void load_ofWhatIsNoPlaceForAScript_fails(String url) {
        assertThatThrownBy(() -> load(url)).isInstanceOf(IOException.class);
    }
}
