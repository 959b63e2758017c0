package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.TableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The C header agrees with the tables, and the tables with the header of mingw. The compiler does the checking: a wrong
 * row fails the compilation and is named by it.
 */
final class HeaderTest {
    private static final String OURS = """
            #include <wininet.h>
            #ifdef _WIN32
            #include <raserror.h>
            #endif
            """;
    private static final String REAL = """
            #include <windows.h>
            #include <raserror.h>
            #include <wincrypt.h>
            #include <wininet.h>
            #define SECURITY_WIN32
            #include <winineti.h>
            """;

    /** No constant expression in C: a pointer. The C programs of these tests compare with it. */
    private static final String POINTER = "INTERNET_INVALID_STATUS_CALLBACK";

    @TempDir
    private Path folder;

    @Test
    void header_inC_hasTheLayoutsAndValuesOfTheTables() throws Exception {
        CPrograms.check("gcc", assertions(OURS, true, true), ours("-std=c11", "-Wpedantic"));
    }

    @Test
    void header_inCpp_hasTheLayoutsAndValuesOfTheTables() throws Exception {
        Path source = assertions("#define _Static_assert static_assert\n" + OURS, true, true);
        CPrograms.check("g++", source, ours("-std=c++17", "-x", "c++"));
    }

    @Test
    void header_for32Bits_hasTheLayoutsOfTheTable() throws Exception {
        Assumptions.assumeTrue(System.getProperty("os.arch").equals("amd64"), "needs gcc -m32");
        CPrograms.check("gcc", assertions(OURS, false, true), ours("-std=c11", "-m32", "-ffreestanding"));
    }

    @Test
    void header_onWindows_hasTheLayoutsAndValuesOfTheTables() throws Exception {
        CPrograms.check(CPrograms.MINGW, assertions(OURS, true, true), ours("-std=c11"));
    }

    @Test
    void tables_agreeWithTheHeaderOfMingw() throws Exception {
        CPrograms.check(CPrograms.MINGW, assertions(REAL, true, false), List.of("-std=c11"));
    }

    @Test
    void tables_for32Bits_agreeWithTheHeaderOfMingw() throws Exception {
        CPrograms.check(CPrograms.MINGW, assertions(REAL, false, false), List.of("-std=c11", "-m32"));
    }

    @Test
    void prototypes_agreeWithTheHeaderOfMingw() {
        CPrograms.check(CPrograms.MINGW, CPrograms.TESTS.resolve("real_header.c"), List.of("-std=c11"));
    }

    /** The functions newer than mingw's header have no other check. */
    @Test
    void prototypes_ofTheTable_areThoseOfOurHeader() throws Exception {
        StringBuilder c = new StringBuilder(OURS).append("typedef BOOL WINBOOL;\n#define __LONG32 int\n");
        for (String[] row : rows("/abi/functions.tsv")) {
            c.append("#undef ")
                    .append(row[0])
                    .append("\nextern ")
                    .append(row[1])
                    .append(' ')
                    .append(row[0]);
            c.append('(').append(row[2].isEmpty() ? "void" : row[2]).append(");\n");
        }

        CPrograms.check("gcc", Files.writeString(folder.resolve("prototypes.c"), c), ours("-std=c11"));
    }

    @Test
    void pairsOfFunctions_haveTheirPlainName() throws Exception {
        String header = Files.readString(CPrograms.INCLUDE.resolve("wininet.h"));
        Set<String> functions = CPrograms.functions("wininet4j_functions.def");
        for (String wide : functions) {
            String plain = wide.substring(0, wide.length() - 1);
            if (wide.endsWith("W") && functions.contains(plain + "A")) {
                assertThat(header).contains("#define " + plain + " " + wide + "\n");
                if (!functions.contains(plain)) {
                    assertThat(header).contains("#define " + plain + " " + plain + "A\n");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-DUNICODE", "-UUNICODE"})
    void names_withoutSuffix_followUnicode(String unicode) {
        Path source = CPrograms.TESTS.resolve("user.c");
        CPrograms.check("gcc", source, ours("-std=c11", "-Wpedantic", unicode));
        CPrograms.check("g++", source, ours("-std=c++17", "-Wpedantic", "-x", "c++", unicode));
    }

    private static List<String> ours(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-I" + CPrograms.INCLUDE);
        return all;
    }

    private Path assertions(String includes, boolean wide, boolean newer) throws Exception {
        StringBuilder c = new StringBuilder(includes).append("#include <stddef.h>\n");
        layouts(c, "/abi/structs.tsv", wide ? 3 : 5);
        if (wide) {
            layouts(c, "/abi/more-structs.tsv", 3);
        }
        values(c, "/abi/constants.tsv");
        values(c, "/abi/win32-constants.tsv");
        if (newer && wide) {
            layouts(c, "/abi/sdk-structs.tsv", 3);
        }
        if (newer) {
            values(c, "/abi/sdk-constants.tsv");
        }
        return Files.writeString(folder.resolve("assertions.c"), c);
    }

    /** Columns: structure, field (empty for the structure itself), type, then offset and size. */
    private static void layouts(StringBuilder c, String table, int offset) {
        for (String[] row : rows(table)) {
            String struct = row[0];
            String field = row[1];
            if (field.isEmpty()) {
                check(c, "sizeof(" + struct + ")", row[offset + 1]);
            } else {
                check(c, "offsetof(" + struct + ", " + field + ")", row[offset]);
                check(c, "sizeof(((" + struct + " *)0)->" + field + ")", row[offset + 1]);
            }
        }
    }

    private static void values(StringBuilder c, String table) {
        for (String[] row : rows(table)) {
            if (!row[0].equals(POINTER)) {
                check(c, row[0], row[1]);
            }
        }
    }

    private static void check(StringBuilder c, String expression, String value) {
        c.append("_Static_assert((long long)(")
                .append(expression)
                .append(") == ")
                .append(value)
                .append("LL, \"")
                .append(expression)
                .append("\");\n");
    }

    private static List<String[]> rows(String table) {
        return TableFile.rows(table).stream().skip(1).toList();
    }
}
