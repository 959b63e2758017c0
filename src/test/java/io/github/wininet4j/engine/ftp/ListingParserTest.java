package io.github.wininet4j.engine.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as servers of many systems list them. */
final class ListingParserTest {
    /** One line of the table: system, line, name or nothing, folder or file, size, time or nothing. */
    private record Row(String system, String line, String name, String kind, String size, String time) {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String[] cells : TableFile.rows("/ftp/listings.tsv")) {
            List<String> all = new ArrayList<>(List.of(cells));
            while (all.size() < 6) {
                all.add("");
            }
            String line = all.get(1).replace("\\t", "\t");
            rows.add(new Row(all.get(0), line, all.get(2), all.get(3), all.get(4), all.get(5)));
        }
        return rows;
    }

    @Test
    void lines_ofEachSystem_areUnderstood() {
        Map<String, ListingParser> parsers = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            ListingParser parser = parsers.computeIfAbsent(row.system(), system -> new ListingParser(ZoneOffset.UTC));
            ListingEntry found = parser.parse(row.line());
            if (!isAsExpected(row, found)) {
                wrong.add(row + " was " + found);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isAsExpected(Row row, ListingEntry found) {
        if (row.name().isEmpty()) {
            return found == null;
        }
        return found != null
                && found.name().equals(row.name())
                && found.directory() == row.kind().equals("folder")
                && (row.size().isEmpty() || found.size() == Long.parseLong(row.size()))
                && hasTime(row.time(), found);
    }

    private static boolean hasTime(String expected, ListingEntry found) {
        if (expected.isEmpty()) {
            return true;
        }
        if (expected.equals("recent")) {
            // Without a year it is the last such day, give or take a clock that is ahead.
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            return found.changed() != null
                    && !found.changed().isAfter(now.plusDays(2))
                    && Duration.between(found.changed(), now).toDays() <= 367;
        }
        return LocalDateTime.parse(expected).equals(found.changed());
    }

    @Test
    void table_isLargeEnough() {
        Set<String> systems = new LinkedHashSet<>();
        rows().forEach(row -> systems.add(row.system()));

        assertThat(rows()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(systems).hasSizeGreaterThanOrEqualTo(10);
    }

    /**
     * Each of these lines would take many seconds, so that this would not end, if what tells columns apart were handed
     * on as it is.
     */
    @ParameterizedTest
    @ValueSource(strings = {"1", "-C--E-----FTP B QUA1I1", "drwxr-xr-x 1", "01-15-20 02:30PM", "A;1", "d [RWC]"})
    @Rule({"R-PROJ-COST-1", "R-PROJ-FTP-1"})
    void linesOfLongGaps_tellOfNothing_andCostNoMoreThanOthers(String begin) {
        ListingParser parser = new ListingParser(ZoneOffset.UTC);
        for (String end : List.of("", "x", " Jan", "*")) {
            String line = begin + " ".repeat(128 - begin.length() - end.length()) + end;
            for (int i = 0; i < 100; i++) {
                assertThat(parser.parse(line)).isNull();
            }
        }
    }

    /** As above, for lines without any gap. */
    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFGHIJ", "-C--E-----FTP", "1", "drwxr-xr-x 1", "A;1", "01-15-20 02:30PM", "[", "*"})
    @Rule({"R-PROJ-COST-1", "R-PROJ-FTP-1"})
    void linesWithoutGaps_tellOfNothing_andCostNoMoreThanOthers(String begin) {
        ListingParser parser = new ListingParser(ZoneOffset.UTC);
        for (String unit : List.of("1", "a", "A", "*", "1a")) {
            String line = begin + unit.repeat((128 - begin.length()) / unit.length());
            for (int i = 0; i < 100; i++) {
                assertThat(parser.parse(line)).isNull();
            }
        }
    }

    @Test
    @Rule("R-PROJ-FTP-1")
    void lineWithLongGaps_betweenItsColumns_isUnderstood() {
        String gap = " ".repeat(20);
        ListingParser parser = new ListingParser(ZoneOffset.UTC);

        ListingEntry entry = parser.parse("-rw-r--r--" + gap + "1 ftp" + gap + "ftp" + gap + "12 Dec 31  1999 a  b");

        assertThat(entry).isNotNull();
        assertThat(entry.name()).isEqualTo("a  b");
        assertThat(entry.size()).isEqualTo(12);
    }

    /** Whatever a name is, what stands before it is understood. */
    @Test
    @Rule({"R-PROJ-FTP-1", "R-PROJ-FTP-15", "R-FTP-9"})
    void lines_ofUnixWithADate_areUnderstood_howeverLongAndOddTheNameIs() {
        List<String> names =
                List.of("x".repeat(128), "x y ".repeat(60) + "z", "a" + " ".repeat(20) + "b", "31 mai 1999 x");
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            int at = row.line().lastIndexOf(row.name());
            boolean changeable = row.system().startsWith("unix")
                    && row.line().charAt(0) != 'l'
                    && !row.time().isEmpty();
            for (String name : changeable ? names : List.<String>of()) {
                Row other = new Row(
                        row.system(), row.line().substring(0, at) + name, name, row.kind(), row.size(), row.time());
                ListingEntry found = new ListingParser(ZoneOffset.UTC).parse(other.line());
                if (!isAsExpected(other, found)) {
                    wrong.add(other + " was " + found);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** A month that nobody knows costs the time, and no more. */
    @Test
    @Rule({"R-PROJ-FTP-1", "R-PROJ-FTP-15", "R-FTP-9"})
    void dateOfAnUnknownLanguage_leavesTheNameWhole() {
        ListingParser parser = new ListingParser(ZoneOffset.UTC);
        String gap = "a" + " ".repeat(20) + "b";
        for (String name : List.of(gap, "x".repeat(200))) {
            ListingEntry entry = parser.parse("-rw-r--r-- 1 ftp ftp 12 31 jarqu. 1999 " + name);

            assertThat(entry).isNotNull();
            assertThat(entry.name()).isEqualTo(name);
            assertThat(entry.size()).isEqualTo(12);
            assertThat(entry.changed()).isNull();
        }
    }
}
