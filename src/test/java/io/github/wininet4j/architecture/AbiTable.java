package io.github.wininet4j.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tab-separated table of facts about the headers, from the folder {@code abi} of the test resources. */
final class AbiTable {

    private AbiTable() {}

    /** Reads a table; each row maps the names of the first line to its cells. */
    static List<Map<String, String>> rows(String file) {
        List<String> lines = lines(file);
        String[] names = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> lines(String file) {
        try (InputStream in = AbiTable.class.getResourceAsStream("/abi/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError("table not readable: " + file, e);
        }
    }
}
