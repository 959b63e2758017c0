package io.github.wininet4j.cli.port;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table among the resources: one row a line, cells separated by tabs; lines with {@code # } first are remarks. */
final class Table {
    private Table() {}

    /**
     * Reads a table.
     *
     * @param name the file beside this class
     * @param columns how many cells each row has; missing ones are empty
     * @return its rows
     */
    static List<List<String>> rows(String name, int columns) {
        InputStream file = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .map(line -> cells(line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, int columns) {
        String[] found = line.split("\t", -1);
        String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = i < found.length ? found[i] : "";
        }
        return List.of(cells);
    }
}
