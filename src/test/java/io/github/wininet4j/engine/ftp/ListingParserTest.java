package io.github.wininet4j.engine.ftp;

import static org.assertj.core.api.Assertions.assertThat;

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
}
