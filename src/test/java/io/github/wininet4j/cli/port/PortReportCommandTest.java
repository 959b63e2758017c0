package io.github.wininet4j.cli.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.cli.UsageException;
import io.github.wininet4j.client.Session;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a porter runs it. */
final class PortReportCommandTest {
    private static final String SOURCES = SourceReaderTest.SOURCES.toString();

    @TempDir
    private Path folder;

    @Test
    void run_samples_tellsStateAndJavaOfEachCall() {
        Reported reported = Reported.of("native-stubs/samples");

        assertThat(reported.code()).isZero();
        assertThat(reported.out())
                .containsPattern("^\\d+ sources, 0 programs or libraries: \\d+ functions, ")
                .contains("""

                    InternetCloseHandle: works
                      Java:    boolean WinInet.InternetCloseHandle(HINTERNET hInternet)
                      Client:  Session.close() and Response.close(), by try with resources
                    """)
                .containsPattern("\nInternetOpenUrlA: works\n  Java:    HINTERNET WinInet.InternetOpenUrl\\(.*\\)\n"
                        + "  Client:  .*\n"
                        + "  native-stubs.samples.download.c:\\d+: call\n")
                .contains("Java:    InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE\n");
    }

    @Test
    void guide_showsWhatTheCommandPrints() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/porting.md")).replace("\r\n", "\n");
        String shown = page.substring(page.indexOf("```console\n"), page.indexOf("\n```\n\nWhat"));

        assertThat(Reported.of("native-stubs/samples").out().lines().toList())
                .containsAll(shown.lines()
                        .skip(2)
                        .filter(line -> !line.equals("..."))
                        .toList());
    }

    @Test
    void run_sourceWithTooMuchInIt_isNotRead_andTheOthersAre() throws IOException {
        Files.writeString(folder.resolve("a.c"), ";".repeat(Lexer.MAX_TOKENS + 1));
        Files.writeString(folder.resolve("b.c"), "InternetCloseHandle(h);");

        Reported reported = Reported.of(folder.toString());

        assertThat(reported.code()).isEqualTo(1);
        assertThat(reported.out())
                .contains("a.c: it has more than 4000000 words and symbols\n", "\nInternetCloseHandle: works\n");
    }

    @Test
    void run_functionsThatDoNotWork_areToBeLookedAt() {
        Reported reported = Reported.of(SOURCES + "/fetch.cpp");

        assertThat(reported.out())
                .contains("To be looked at:\n"
                        + "  AppCacheGetIEGroupList (no source): it is exported and fails with"
                        + " ERROR_CALL_NOT_IMPLEMENTED\n"
                        + "  GopherOpenFileA (retired): fails as since Windows Vista (R-GOPHER-9); works with the"
                        + " switch GOPHER\n"
                        + "  INTERNET_OPTION_OF_TOMORROW (unknown): no SDK that was looked at declares it\n")
                .contains("INTERNET_OPTION_CONNECT_TIMEOUT: works\n");
    }

    /** One who reads the report alone has to know what its words mean. */
    @Test
    void run_states_areExplained() throws IOException {
        Path source = Files.writeString(
                folder.resolve("a.c"),
                "InternetSetOption(h, INTERNET_OPTION_DO_NOT_TRACK, v, 4); s = INTERNET_STATUS_OF_TOMORROW;");

        assertThat(Reported.of(source.toString()).out())
                .contains("\n  INTERNET_OPTION_DO_NOT_TRACK (undocumented): known by name and number alone;")
                .contains("\nStatuses\n\nINTERNET_STATUS_OF_TOMORROW: unknown\n")
                .endsWith("""

                        States

                          works: it does what its documentation says, or what was seen on Windows
                          undocumented: known by name and number alone; every call fails
                          unknown: no SDK that was looked at declares it
                        """);
        assertThat(Reported.of("--format=html", source.toString()).out())
                .contains("<li>undocumented: known by name and number alone; every call fails</li>");
        assertThat(Reported.of("--format=json", source.toString()).out())
                .contains("\"states\":{\"works\":\"it does ", "\"state\":\"works\",\"attention\":false,")
                .contains("\"state\":\"undocumented\",\"attention\":true,");
        Catalog catalog = new Catalog();
        assertThat(catalog.states())
                .hasSizeGreaterThan(8)
                .allSatisfy(state -> assertThat(States.meaning(state)).as(state).isNotEmpty());
    }

    /** The status callback that is none is not a status, and in Java no number. */
    @Test
    void run_invalidStatusCallback_isTheObjectOfJava() {
        assertThat(Reported.of("native-stubs/samples").out())
                .contains("""

                INTERNET_INVALID_STATUS_CALLBACK: works
                  Java:    StatusCallback.INTERNET_INVALID_STATUS_CALLBACK
                  Differs: an object, not a number: compare it by == with what InternetSetStatusCallback returns
                """)
                .containsPattern("\n  Differs: the value comes in an object: TextBuffer for text, DwordRef, .*\n"
                        + "  native-stubs.samples.windows.headers.c:10, 23: call\n");
    }

    /** How an option is reached is no difference from Windows. */
    @Test
    void run_options_haveTheirAccess() throws IOException {
        Path source = Files.writeString(
                folder.resolve("a.c"), "InternetSetOption(h, INTERNET_OPTION_CONNECT_TIMEOUT, &v, sizeof v);");

        assertThat(Reported.of(source.toString()).out()).contains("""

                INTERNET_OPTION_CONNECT_TIMEOUT: works
                  Java:    InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT
                  Client:  Option.CONNECT_TIMEOUT
                  Access:  get, set (NULL); get, set (any handle)
                  SOURCE:1: named
                """.replace("SOURCE", source.toString()));
        assertThat(Reported.of("--format=html", source.toString()).out())
                .contains("<div>access: get, set (NULL); get, set (any handle)</div>");
        assertThat(Reported.of("--format=json", source.toString()).out())
                .contains("\"access\":\"get, set (NULL); get, set (any handle)\"", "\"differs\":\"\"");
    }

    /** Every name of the tables is known with its state, and what works has a call in Java. */
    @Test
    void catalog_eachFunction_hasItsStateAndACall() {
        Catalog catalog = new Catalog();

        assertThat(Table.rows("functions.tsv", 3).stream().skip(1))
                .hasSizeGreaterThan(250)
                .allSatisfy(row -> {
                    Item item = catalog.imported(row.get(0));
                    assertThat(item.state()).isEqualTo(row.get(1));
                    if (item.state().equals(Item.WORKS)) {
                        assertThat(item.java()).as(item.name()).isNotEmpty();
                    }
                });
        assertThat(Table.rows("options.tsv", 5)).hasSizeGreaterThan(150).allSatisfy(row -> {
            Item item = catalog.find("INTERNET_OPTION_" + row.get(0), false);
            assertThat(item).isNotNull();
            assertThat(item.state()).isEqualTo(row.get(2));
        });
    }

    /** A difference that is told is told about something that exists. */
    @Test
    void differences_nameFunctionsAndValues() {
        Catalog catalog = new Catalog();

        assertThat(Table.rows("differences.tsv", 3)).isNotEmpty().allSatisfy(row -> {
            String name = row.get(0);
            Item item = catalog.find(name, false) == null ? catalog.find(name + "W", false) : catalog.find(name, false);
            assertThat(item).as(name).isNotNull();
            assertThat(item.state()).isNotEqualTo(Item.UNKNOWN);
            assertThat(item.differs()).contains(row.get(1));
        });
        assertThat(Table.rows("mfc.tsv", 4))
                .filteredOn(row -> !row.get(1).equals(":"))
                .allSatisfy(row ->
                        assertThat(catalog.function(row.get(2))).as(row.get(2)).isNotNull());
    }

    /** Each method that the table of the package client names is one of it. */
    @Test
    void client_namesMethodsThatThereAre() throws ClassNotFoundException {
        Catalog catalog = new Catalog();
        for (List<String> row : Table.rows("client.tsv", 2)) {
            String name = row.get(0);
            Item item = catalog.find(name, false) == null ? catalog.find(name + "W", false) : catalog.find(name, false);
            assertThat(item).as(name).isNotNull();
            assertThat(item.client()).isEqualTo(row.get(1));
            Matcher named = Pattern.compile("\\b([A-Z]\\w+)\\.(\\w+)\\(").matcher(row.get(1));
            assertThat(named.find()).as(row.get(1)).isTrue();
            do {
                Class<?> type = Class.forName(Session.class.getPackageName() + "." + named.group(1));
                assertThat(type.getMethods()).extracting(Method::getName).contains(named.group(2));
            } while (named.find());
        }
        assertThat(catalog.find("INTERNET_OPTION_CONNECT_TIMEOUT", false).client())
                .isEqualTo("Option.CONNECT_TIMEOUT");
    }

    @Test
    void run_json_isAsciiWithEachPlace() throws IOException {
        Path source = Files.writeString(folder.resolve("\u00e9\"<b>.c"), "InternetCloseHandle(h);\n");

        Reported reported = Reported.of("--format", "json", source.toString());

        assertThat(reported.out())
                .startsWith("{\"sources\":1,\"programs\":0,\n\"problems\":[],\n\"states\":{\"works\":\"it does")
                .contains("{\"name\":\"InternetCloseHandle\",\"kind\":\"function\",\"state\":\"works\",")
                .contains("\\u00e9\\\"<b>.c\",\"line\":1,\"how\":\"call\"}]}\n")
                .endsWith("]}\n");
    }

    @Test
    void run_html_escapesWhatFilesHold() throws IOException {
        Path source = Files.writeString(folder.resolve("\u00e9<b>.c"), "InternetCloseHandle(h);\n");

        Reported reported = Reported.of("--format=html", source.toString());

        assertThat(reported.out())
                .startsWith("<!DOCTYPE html>\n")
                .contains("<td class=\"good\">works</td>")
                .contains("&#233;&#60;b&#62;.c:1</code> call")
                .doesNotContain("<b>")
                .endsWith("</body></html>\n");
    }

    @Test
    void run_folder_readsSourcesAndPrograms_andLeavesOthers() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("x.PAS"), "InternetCloseHandle(h);");
        Files.write(folder.resolve("x.dll"), Image.of(true, false).bytes());
        Files.writeString(folder.resolve("notes.txt"), "InternetGoOnline(");
        Files.writeString(folder.resolve("y.exe"), "MZ");

        Reported reported = Reported.of(folder.toString());

        assertThat(reported.code()).isEqualTo(1);
        assertThat(reported.out())
                .startsWith("1 source, 2 programs or libraries: 4 functions\n")
                .contains("Not read: " + folder.resolve("y.exe") + ": it points beyond its end\n")
                .contains("#42: unknown\n")
                .doesNotContain("InternetGoOnline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WinInet.dll", "w\0i\0n\0i\0n\0e\0t\0.\0", "wininet\0"})
    void run_programThatLoadsByName_hasTheNamesInIt(String library) throws IOException {
        String inside = "\0InternetGoOnlineA\0xInternetOpenA\0InternetOpenUrlA failed\0InternetReadFile\0";
        Path with = Files.writeString(folder.resolve("with.exe"), "MZ\0" + library + inside);
        Path without = Files.writeString(folder.resolve("without.exe"), "MZ\0" + inside);
        Files.writeString(folder.resolve("wininet.dll"), "MZ\0" + library + inside);

        String out = Reported.of(folder.toString()).out();

        assertThat(out)
                .contains("3 programs or libraries: 2 functions\n")
                .contains("InternetGoOnlineA: works\n", "  " + with + ": loaded by name\n")
                .doesNotContain("InternetOpen", "  " + without);
    }

    @Test
    void run_folderThatIsALink_isRead() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/a")).getParent();
        Files.writeString(
                real.resolve("a/x.c"), "InternetCloseHandle(h); InternetCloseHandle(i);\nInternetCloseHandle(j);");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(Reported.of(link.toString()).out())
                .startsWith("1 source, ")
                .contains("\n  " + link.resolve("a/x.c") + ":1, 2: call\n");
    }

    /** As public programs have them: own declarations, and WinHTTP beside WinInet. */
    @Test
    void run_whatIsOnlyDeclared_isNotToBeLookedAt() throws IOException {
        Files.writeString(
                folder.resolve("a.pas"),
                "const INTERNET_OPTION_IDN = 102;\nINTERNET_OPTION_CODEPAGE = 68;\nx := INTERNET_OPTION_CODEPAGE;");
        Files.writeString(folder.resolve("a.cs"), "const int INTERNET_OPTION_IDN = 102;");
        Files.writeString(folder.resolve("a.bas"), "Private Const INTERNET_OPTION_IDN = 102");
        Files.writeString(folder.resolve("a.h"), "#define INTERNET_OPTION_IDN 102\nINTERNET_STATUS_CALLBACK previous;");
        Files.writeString(folder.resolve("b.c"), "if (INTERNET_OPTION_KEEP_CONNECTION == option) return;");
        Files.writeString(folder.resolve("http.c"), "WinHttpOpen(0); if (s == INTERNET_SCHEME_HTTPS) return;");

        String out = Reported.of(folder.toString()).out();

        assertThat(out)
                .contains("To be looked at:\n"
                        + "  INTERNET_OPTION_CODEPAGE (accepted, no effect): host names are encoded by IDNA alone\n"
                        + "  INTERNET_OPTION_KEEP_CONNECTION (not implemented in WinInet): its documentation says that"
                        + " Windows does not have it either; every call fails\n\n")
                .contains("a.pas:1: declared\n", "a.cs:1: declared\n", "a.bas:1: declared\n", "a.h:1: declared\n")
                .doesNotContain("INTERNET_STATUS_CALLBACK", "INTERNET_SCHEME_HTTPS");
    }

    @Test
    void run_namesWithControlCharacters_arePrintedWithoutThem() throws IOException {
        byte[] library =
                Image.of(true, false).text(Image.FIRST_NAME + 2, "\u001b]0;x").bytes();
        Files.write(folder.resolve("x.dll"), library);

        assertThat(Reported.of(folder.toString()).out())
                .doesNotContain("\u001b")
                .contains("\\x1b]0;x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--format=xml src", "no/such/file", "--nonsense"})
    void run_badArguments_areRefused(String arguments) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        assertThatThrownBy(() -> Reported.of(words)).isInstanceOf(UsageException.class);
    }
}
