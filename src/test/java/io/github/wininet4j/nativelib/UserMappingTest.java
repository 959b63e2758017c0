package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import io.github.wininet4j.nativelib.user.ReadyDownload;
import io.github.wininet4j.nativelib.user.WindowsDownload;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TableFile;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JNA mapping of wininet.dll that somebody else has written, on this library; and the one that is ready. */
@Rule("R-PROJ-C-9")
final class UserMappingTest {
    private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ascii", "utf16"})
    @Rule("R-PROJ-C-7")
    void mapping_ofAUser_worksUnchanged(String options) {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", PAGE)) {
            CPrograms.Ran ran = java(
                    WindowsDownload.class, "-Djna.library.path=" + CPrograms.library(), options, server.url("/page"));

            boolean isWide = options.equals("utf16");
            assertThat(utf8(ran.ok().output()))
                    .isEqualTo("""
                    null 12006
                    true
                    false 6
                    exception 6
                    9 5 3 port
                    hello
                    later 0 true true %d
                    true
                    """.replace("%d", isWide ? "18" : "9") + (isWide ? "http://host/ü\nfalse 122\n" : ""));
            List<RecordedRequest> requests = server.requests();
            assertThat(requests.get(0).header("User-Agent")).isEqualTo("user/1.0");
            assertThat(requests.get(0).header("X-User")).isEqualTo("me");
            assertThat(requests.get(2).header("X-Structure")).isEqualTo("yes");
            assertThat(requests.get(2).header("Accept")).isEqualTo("text/plain, image/*");
            assertThat(requests.get(2).bodyText()).isEqualTo("abc");
        }
    }

    @Test
    void readyMapping_downloadsAsynchronously() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", PAGE)) {
            CPrograms.Ran ran = java(
                    ReadyDownload.class,
                    "-Dwininet4j.library=" + CPrograms.library().resolve(System.mapLibraryName("wininet")),
                    server.url("/page"));

            assertThat(ran.ok().output()).isEqualTo("true 0\ntrue hello\ntrue http://host/a%20b\n");
            assertThat(server.takeRequest().header("User-Agent")).isEqualTo("ready/1.0");
        }
    }

    private CPrograms.Ran java(Class<?> program, String option, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dwininet4j.directory=" + folder, option, "-cp", CPrograms.CLASSPATH));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return CPrograms.run(Map.of(), command);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Each method of the ready mapping is a function of the table, with parameters that fit. */
    @Test
    void readyMapping_hasTheParametersOfTheFunctions() {
        Map<String, String[]> functions = TableFile.rows("/abi/functions.tsv").stream()
                .skip(1)
                .collect(Collectors.toMap(row -> row[0], row -> row));
        List<String> wrong = new ArrayList<>();
        int methods = 0;
        for (Method method : WininetMapping.class.getMethods()) {
            if (method.getName().equals("load")) {
                continue;
            }
            methods++;
            String[] row = functions.getOrDefault(method.getName() + "W", functions.get(method.getName()));
            String expected = fits(row[1])
                    + (row[2].isEmpty()
                            ? ""
                            : List.of(row[2].split(",", -1)).stream()
                                    .map(parameter -> fits(parameter.substring(0, parameter.lastIndexOf(' '))))
                                    .collect(Collectors.joining(" ", " ", "")));
            StringBuilder found = new StringBuilder(kind(method.getReturnType()));
            for (Class<?> type : method.getParameterTypes()) {
                found.append(' ').append(kind(type));
            }
            if (!expected.contentEquals(found)) {
                wrong.add(method.getName() + ": " + found + " instead of " + expected);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(methods).isGreaterThan(40);
    }

    private static String fits(String type) {
        return switch (type.replace("WINBOOL", "BOOL").strip()) {
            case "DWORD", "LONG" -> "int";
            case "BOOL" -> "boolean";
            case "INTERNET_PORT" -> "short";
            default -> "pointer";
        };
    }

    private static String kind(Class<?> type) {
        boolean isPointer = type == String.class
                || type.isArray()
                || type == IntByReference.class
                || Pointer.class.isAssignableFrom(type)
                || Structure.class.isAssignableFrom(type)
                || Callback.class.isAssignableFrom(type);
        return isPointer ? "pointer" : type.getSimpleName();
    }

    @Test
    void structures_ofTheReadyMapping_haveTheirSizes() {
        assertThat(new WininetMapping.InternetBuffers().size()).isEqualTo(56);
        assertThat(new WininetMapping.AsyncResult().size()).isEqualTo(16);
    }
}
