package io.github.wininet4j.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Reads a table of cases: one row a line, cells separated by tabs, lines that begin with {@code # } ignored. {@code
 * \}{@code u} and four hexadecimal digits stand for a character, so that a file shows what it holds.
 */
public final class TableFile {
    private static final String ESCAPE = "\\u";

    private TableFile() {}

    /**
     * Reads a table.
     *
     * @param resource the resource, from the root of the class path
     * @return its rows, each with all its cells
     */
    public static List<String[]> rows(String resource) {
        InputStream file = Objects.requireNonNull(TableFile.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(TableFile::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        String[] cells = line.split("\t", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = unescape(cells[i]);
        }
        return cells;
    }

    private static String unescape(String cell) {
        StringBuilder text = new StringBuilder(cell.length());
        int i = 0;
        while (i < cell.length()) {
            boolean escaped = cell.startsWith(ESCAPE, i)
                    && i + 6 <= cell.length()
                    && cell.substring(i + 2, i + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
            text.append(escaped ? (char) Integer.parseInt(cell.substring(i + 2, i + 6), 16) : cell.charAt(i));
            i += escaped ? 6 : 1;
        }
        return text.toString();
    }
}
