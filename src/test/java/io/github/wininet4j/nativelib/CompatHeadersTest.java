package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What C programs written for Windows are given of windows.h and its kind. */
@Rule("R-PROJ-C-6")
final class CompatHeadersTest {
    private static final Path COMPAT = CPrograms.INCLUDE.resolve("compat");
    private static final Pattern ERROR_ROW =
            Pattern.compile("WININET4J_ERROR_TEXT\\((\\d+), \"([^\"]*)\"(?:\\s+\"([^\"]*)\")?\\)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "compat_test.c, -UUNICODE",
        "compat_test.c, -DUNICODE -D_UNICODE -fshort-wchar",
        "compat_test.c, -UUNICODE -fshort-wchar",
        "console_test.c, -UUNICODE",
        "console_test.c, -DUNICODE -fshort-wchar"
    })
    void functions_underSanitizers_doWhatWindowsDoes(String source, String options) {
        List<String> all = new ArrayList<>(List.of(options.split(" ")));
        all.addAll(List.of("-fsanitize=address,undefined", "-I" + COMPAT));
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve(source), CPrograms.sanitizedLibrary(), folder, all.toArray(String[]::new));

        CPrograms.Ran ran =
                CPrograms.run(Map.of("ASAN_OPTIONS", "allocator_may_return_null=1"), List.of(program.toString()));

        assertThat(ran.ok().output()).isEqualTo("0 failures\n");
    }

    /** The program is one for Windows: its own headers take it as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"-UUNICODE", "-DUNICODE -D_UNICODE -fshort-wchar"})
    void locksAndValuesOfThreads_underSanitizers_doWhatWindowsDoes(String options) {
        Path source = CPrograms.TESTS.resolve("compat_lock_test.c");
        List<String> all = new ArrayList<>(List.of(options.split(" ")));
        CPrograms.check(CPrograms.MINGW, source, all);
        all.addAll(List.of("-fsanitize=address,undefined", "-I" + COMPAT));
        Path program = CPrograms.compile(source, CPrograms.sanitizedLibrary(), folder, all.toArray(String[]::new));

        CPrograms.Ran ran = CPrograms.run(Map.of(), List.of(program.toString()));

        assertThat(ran.ok().output()).isEqualTo("0 failures\n");
    }

    /** The strictest check of the C library, which many systems have on, knows how large a block is. */
    @Test
    void functions_underFortifySource_doWhatWindowsDoes() {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("compat_test.c"),
                CPrograms.library(),
                folder,
                "-O2",
                "-U_FORTIFY_SOURCE",
                "-D_FORTIFY_SOURCE=3",
                "-Wno-error=cpp",
                "-I" + COMPAT);

        assertThat(CPrograms.run(Map.of(), List.of(program.toString())).ok().output())
                .isEqualTo("0 failures\n");
    }

    @ParameterizedTest
    @CsvSource({
        "compat_test.c, -UUNICODE",
        "compat_test.c, -DUNICODE",
        "console_test.c, -DUNICODE",
        "compat_lock_test.c, -UUNICODE"
    })
    void headers_inCpp_areRead(String source, String option) {
        CPrograms.check(
                "g++",
                CPrograms.TESTS.resolve(source),
                List.of("-std=c++17", "-x", "c++", option, "-I" + COMPAT, "-I" + CPrograms.INCLUDE));
    }

    @Test
    void wideFunctionOfC_thatHasOtherCharacters_isAnErrorOfTheCompiler() throws IOException {
        Tools.require("gcc");
        Path source = Files.writeString(folder.resolve("wide.c"), """
                #include <windows.h>
                int main(void) { return wcscoll(L"a", L"b"); }
                """);
        List<String> command = new ArrayList<>(
                List.of("gcc", "-c", "-o", folder.resolve("wide.o").toString()));
        command.addAll(List.of("-fshort-wchar", "-I" + COMPAT, source.toString()));

        CPrograms.Ran ran = CPrograms.run(Map.of(), command);

        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.errors()).contains("wcscoll of this C library has characters of 32 bits");
    }

    /** Each file of a program may include the headers: there is one lock and one kind of object in all of them. */
    @Test
    void objects_ofOneFile_areThoseOfAnother() throws IOException {
        Path one = Files.writeString(folder.resolve("one.c"), """
                #include <windows.h>
                HANDLE make(void) { return CreateEvent(NULL, TRUE, FALSE, NULL); }
                BOOL set(HANDLE event) { return SetEvent(event); }
                """);
        Path two = Files.writeString(folder.resolve("two.c"), """
                #include <windows.h>
                HANDLE make(void);
                BOOL set(HANDLE event);
                static DWORD WINAPI wait(LPVOID event) { return WaitForSingleObject(event, INFINITE) + 5; }
                int main(void) {
                    DWORD code = 0;
                    HANDLE event = make();
                    HANDLE thread = CreateThread(NULL, 0, wait, event, 0, NULL);
                    set(event);
                    WaitForSingleObject(thread, INFINITE);
                    GetExitCodeThread(thread, &code);
                    printf("%lu\\n", code);
                    return 0;
                }
                """);
        Path program =
                CPrograms.compile(two, CPrograms.library(), folder, "-I" + COMPAT, one.toString(), "-fshort-wchar");

        assertThat(CPrograms.run(Map.of(), List.of(program.toString())).ok().output())
                .isEqualTo("5\n");
    }

    @Test
    void constants_besideThoseOfWinInet_haveTheirValues() throws IOException {
        Path source = Files.writeString(folder.resolve("values.c"), """
                #include <windows.h>
                #ifndef _WIN32
                #include <winineti.h>
                #endif
                _Static_assert(WAIT_TIMEOUT == 258 && WAIT_FAILED == 0xFFFFFFFF && INFINITE == 0xFFFFFFFF, "waits");
                _Static_assert(STILL_ACTIVE == 259 && CREATE_SUSPENDED == 4, "threads");
                _Static_assert(FORMAT_MESSAGE_FROM_HMODULE == 0x800 && FORMAT_MESSAGE_FROM_SYSTEM == 0x1000, "texts");
                _Static_assert(LPTR == 0x40 && GHND == 0x42 && HEAP_ZERO_MEMORY == 8, "memory");
                _Static_assert(CP_UTF8 == 65001 && MB_ERR_INVALID_CHARS == 8 && WC_ERR_INVALID_CHARS == 0x80, "pages");
                _Static_assert(ERROR_MOD_NOT_FOUND == 126 && ERROR_PROC_NOT_FOUND == 127, "libraries");
                _Static_assert(ERROR_MR_MID_NOT_FOUND == 317 && ERROR_NO_UNICODE_TRANSLATION == 1113, "errors");
                _Static_assert(ERROR_OPERATION_ABORTED == 995, "errors");
                _Static_assert(STD_INPUT_HANDLE == (DWORD)-10 && STD_ERROR_HANDLE == (DWORD)-12, "standard handles");
                _Static_assert(ENABLE_ECHO_INPUT == 4 && ENABLE_VIRTUAL_TERMINAL_PROCESSING == 4, "modes");
                _Static_assert(FOREGROUND_RED == 4 && BACKGROUND_INTENSITY == 0x80 && SW_SHOWDEFAULT == 10, "looks");
                int main(void) { return 0; }
                """);
        List<String> warnings = List.of("-std=c11", "-I" + COMPAT, "-I" + CPrograms.INCLUDE);

        CPrograms.check("gcc", source, warnings);
        CPrograms.check(CPrograms.MINGW, source, List.of("-std=c11"));
    }

    @Test
    void texts_ofErrors_areThoseOfTheLibrary() throws IOException {
        List<String> rows = new ArrayList<>();
        for (MatchResult row : ERROR_ROW
                .matcher(Files.readString(COMPAT.resolve("wininet4j/error_texts.h")))
                .results()
                .toList()) {
            int code = Integer.parseInt(row.group(1));
            assertThat(row.group(2) + (row.group(3) == null ? "" : row.group(3)))
                    .isEqualTo(ErrorText.message(code));
            rows.add(ErrorText.name(code));
        }

        assertThat(rows).hasSizeGreaterThan(130).doesNotHaveDuplicates();
        assertThat(TableFile.rows("/abi/constants.tsv").stream()
                        .map(row -> row[0])
                        .filter(name -> name.startsWith("ERROR_INTERNET_") || name.startsWith("ERROR_HTTP_")))
                .isSubsetOf(aliases(rows));
    }

    private static List<String> aliases(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add("ERROR_INTERNET_OFFLINE");
        return all;
    }
}
