package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.testing.Tools;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The libraries export the functions of the table and nothing else that a program could trip over. */
final class ExportedSymbolsTest {
    /** Later than the header that the table comes from. */
    private static final List<String> LATER = List.of(
            "HttpIsHostHstsEnabled",
            "InternetFreeCookies",
            "InternetFreeProxyInfoList",
            "InternetGetCookieEx2",
            "InternetGetProxyForUrl",
            "InternetGetSecurityInfoByURL",
            "InternetSetCookieEx2");

    private static final List<String> OWN_ERROR_NAMES = List.of("WininetGetLastError", "WininetSetLastError");

    private static final List<String> BRIDGE =
            List.of("wininet4j_functions", "wininet4j_install", "wininet4j_install_java", "wininet4j_version");

    /** A row of what {@code objdump -p} prints of the export table. */
    private static final Pattern DLL_ROW = Pattern.compile("(?m)^\\s+\\[ *\\d+] .*\\b([A-Za-z]\\w+)$");

    @Test
    void functionTable_isTheHeadersTableAndTheLaterFunctions() {
        Set<String> expected = new TreeSet<>(LATER);
        TableFile.rows("/abi/functions.tsv").stream().skip(1).map(row -> row[0]).forEach(expected::add);

        assertThat(CPrograms.functions("wininet4j_functions.def")).isEqualTo(expected);
    }

    @Test
    void libwininet_exportsTheTableTheErrorFunctionsAndTheBridge() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "reads ELF");
        String library = CPrograms.library().resolve("libwininet.so").toString();
        Tools.require("nm");
        Set<String> exported = new TreeSet<>();
        CPrograms.run(Map.of(), List.of("nm", "-D", "--defined-only", library))
                .ok()
                .output()
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .forEach(exported::add);

        Set<String> expected = expected();
        expected.addAll(List.of("GetLastError", "SetLastError", "wininet4j_last_error"));
        assertThat(exported).isEqualTo(expected);
    }

    @Test
    void wininetDll_exportsTheSameWithoutWhatKernel32Has() {
        String library = CPrograms.windowsLibrary().resolve("wininet.dll").toString();
        String dump = CPrograms.run(Map.of(), List.of("x86_64-w64-mingw32-objdump", "-p", library))
                .ok()
                .output();
        String names = dump.substring(dump.indexOf("Ordinal/Name Pointer"));
        Set<String> exported = new TreeSet<>();
        DLL_ROW.matcher(names.substring(0, names.indexOf("\n\n")))
                .results()
                .map(match -> match.group(1))
                .forEach(exported::add);

        assertThat(exported).isEqualTo(expected());
    }

    private static Set<String> expected() {
        Set<String> names = CPrograms.functions("wininet4j_functions.def");
        names.addAll(CPrograms.functions("wininet4j_undocumented.def"));
        names.addAll(OWN_ERROR_NAMES);
        names.addAll(BRIDGE);
        return names;
    }
}
