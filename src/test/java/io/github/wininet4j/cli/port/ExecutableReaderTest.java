package io.github.wininet4j.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.nativelib.CPrograms;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs and libraries take from wininet.dll, also if their tables are damaged on purpose. */
final class ExecutableReaderTest {
    private static final String DELAY_DEFINITION = "LIBRARY wininet.dll\nEXPORTS\nInternetCloseHandle\nFtpPutFileA\n";

    private static final Pattern DESCRIPTOR = Pattern.compile("(?m)^([0-9a-f]+) \\w _*DELAY_IMPORT_DESCRIPTOR_");

    @TempDir
    private Path folder;

    private static List<String> names(ExecutableReader.Result result) {
        return result.imports().stream()
                .map(taken -> taken.name() + (taken.delayed() ? " delayed" : ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void read_bothTables_givesNamesAndOrdinals(boolean wide, boolean addresses) {
        ExecutableReader.Result result = Image.read(Image.of(wide, addresses).bytes());

        assertThat(result.damage()).isEmpty();
        assertThat(names(result)).containsExactly("InternetOpenW", "#42", "FtpPutFileA delayed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
    void read_programOfACompiler_givesItsImports(String target) throws IOException {
        Path compiler = Tools.require(target + "-gcc");
        Path source = Files.writeString(folder.resolve("program.c"), """
            #include <windows.h>
            #include <wininet.h>
            int main(void)
            {
                HINTERNET session = InternetOpenW(L"a", 0, 0, 0, 0);
                return InternetCheckConnectionA("http://h.test/", 0, 0) && session;
            }
            """);
        Path program = folder.resolve("program.exe");
        run(compiler.toString(), source.toString(), "-o", program.toString(), "-lwininet");

        Reported reported = Reported.of(program.toString());

        assertThat(reported.code()).as(reported.out()).isZero();
        assertThat(reported.out())
                .contains("0 sources, 1 program or library: 2 functions\n")
                .contains("InternetOpenW: works\n", "InternetCheckConnectionA: works\n")
                .contains(program + ": import\n");
    }

    @Test
    void read_delayedImportsOfACompiler_givesThem() throws IOException {
        Path compiler = Tools.require(CPrograms.MINGW);
        Path tool = Tools.require("x86_64-w64-mingw32-dlltool");
        Path symbolLister = Tools.require("x86_64-w64-mingw32-nm");
        Path definition = Files.writeString(folder.resolve("wininet.def"), DELAY_DEFINITION);
        Path library = folder.resolve("libdelayed.a");
        run(tool.toString(), "-d", definition.toString(), "-y", library.toString());
        Path source = Files.writeString(folder.resolve("delayed.c"), """
            #include <windows.h>
            #include <wininet.h>
            int main(void)
            {
                return InternetCloseHandle(0);
            }
            """);
        Path program = folder.resolve("delayed.exe");
        run(compiler.toString(), source.toString(), library.toString(), "-o", program.toString());

        String symbols = run(symbolLister.toString(), program.toString());
        byte[] linked = withDelayDirectory(Files.readAllBytes(program), symbols);

        assertThat(names(Image.read(linked))).contains("InternetCloseHandle delayed");
    }

    /** Linkers of GNU make the table, older ones without saying in the headers where it is. */
    private static byte[] withDelayDirectory(byte[] program, String symbols) {
        Matcher descriptor = DESCRIPTOR.matcher(symbols);
        assertThat(descriptor.find()).as(symbols).isTrue();
        ByteBuffer file = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int optional = file.getInt(0x3C) + 24;
        long address = Long.parseLong(descriptor.group(1), 16) - file.getLong(optional + 24);
        file.putInt(optional + 112 + 8 * 13, (int) address);
        return program;
    }

    private static String run(String... command) {
        CPrograms.Ran ran = CPrograms.run(Map.of(), List.of(command));
        assertThat(ran.exitCode()).as(ran.output() + ran.errors()).isZero();
        return ran.output();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void read_fileCutAtEveryByte_saysSo_andKeepsWhatWasRead(boolean wide) {
        byte[] whole = Image.of(wide, false).bytes();
        List<String> all = names(Image.read(whole));
        for (int end = 0; end < Image.DELAYED_NAME + 2 + "FtpPutFileA".length(); end++) {
            ExecutableReader.Result result = Image.read(Arrays.copyOf(whole, end));

            assertThat(result.damage()).as("cut at %d", end).isNotEmpty();
            assertThat(names(result)).isEqualTo(all.subList(0, result.imports().size()));
        }
    }

    /** Each number of the headers and tables is replaced by ones that overflow, point nowhere or to itself. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void read_anyNumberReplaced_ends(boolean wide) {
        byte[] whole = Image.of(wide, false).bytes();
        List<String> damages = new ArrayList<>();
        for (int offset = 0; offset < Image.LIBRARY; offset += 2) {
            int itself = Image.address(offset);
            for (int value : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, itself, offset, 0xFFFF}) {
                byte[] changed = Image.of(wide, false).u32(offset, value).bytes();
                ExecutableReader.Result result = Image.read(changed);
                damages.add(result.damage());
                assertThat(result.imports()).hasSizeLessThan(whole.length);
            }
        }

        assertThat(new HashSet<>(damages))
                .contains("", "it points beyond its end", "it points to no section", "it has 65535 sections");
    }

    @Test
    void read_moreSectionsThanTheLoaderTakes_isDamage() {
        ExecutableReader.Result result =
                Image.read(Image.of(true, false).u16(Image.PE + 6, 97).bytes());

        assertThat(result.damage()).isEqualTo("it has 97 sections");
        assertThat(result.imports()).isEmpty();
    }

    @Test
    void read_nameWithoutEnd_isDamage() {
        Image image = Image.of(true, false);
        for (int i = Image.LIBRARY; i < Image.SIZE; i++) {
            image.text(i, "x");
        }

        assertThat(Image.read(image.bytes()).damage()).isEqualTo("it points beyond its end");
    }

    /** Millions of imports of one short name would fill the memory. */
    @Test
    void read_tableThatFillsALargeFile_isCutOff() {
        int size = 8 << 20;
        Image image = Image.of(false, false);
        int section = image.directories() + 16 * 8;
        image.u32(section + 16, size - Image.SECTION_OFFSET).u32(Image.IMPORTS, Image.address(Image.SIZE));
        ByteBuffer file = ByteBuffer.wrap(Arrays.copyOf(image.bytes(), size)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = Image.SIZE; i < size; i += 4) {
            file.putInt(i, Image.address(Image.FIRST_NAME));
        }

        ExecutableReader.Result result = Image.read(file.array());

        assertThat(result.damage()).isEqualTo("its import tables do not end");
        assertThat(result.imports()).hasSizeLessThan(100_000);
    }

    /** The same library again and again, a million times. */
    @Test
    void read_tableOfLibrariesWithoutEnd_isCutOff() {
        int size = 32 << 20;
        Image image = Image.of(false, false);
        int section = image.directories() + 16 * 8;
        image.u32(section + 16, size - Image.SECTION_OFFSET).u32(image.directories() + 8, Image.address(Image.SIZE));
        ByteBuffer file = ByteBuffer.wrap(Arrays.copyOf(image.bytes(), size)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = Image.SIZE; i + 20 <= size; i += 20) {
            file.putInt(i, Image.address(Image.NAMES))
                    .putInt(i + 12, Image.address(Image.LIBRARY))
                    .putInt(i + 16, Image.address(Image.NAMES));
        }

        ExecutableReader.Result result = Image.read(file.array());

        assertThat(result.damage()).isEqualTo("its import tables do not end");
        assertThat(result.imports()).hasSizeLessThan(200_000);
    }
}
