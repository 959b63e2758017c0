package io.github.wininet4j.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The C structures as the tables give them, in wide form and 64-bit layout. {@code more-structs.tsv} has those of
 * Windows itself and those whose arrays or anonymous unions {@code structs.tsv} leaves out; its word counts where both
 * have one.
 */
final class AbiStructures {

    /** A structure: its fields in order and its size in bytes. */
    record Layout(List<Field> fields, int size) {}

    /** A field: where it is, how large it is, and its C type. */
    record Field(String name, String type, int offset, int size) {}

    private AbiStructures() {}

    /** Name without suffix to layout, from one table. */
    static Map<String, Layout> of(String file) {
        List<Map<String, String>> rows = AbiTable.rows(file);
        List<String> names =
                rows.stream().map(row -> row.get("struct")).distinct().toList();
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            String name = row.get("struct");
            if (name.endsWith("A") && names.contains(base(name) + "W")) {
                continue;
            }
            if (row.get("field").isEmpty()) {
                layouts.put(fold(name, names), new Layout(new ArrayList<>(), Integer.parseInt(row.get("size64"))));
            } else {
                layouts.get(fold(name, names)).fields.add(field(row));
            }
        }
        return layouts;
    }

    /** All tables, with the last one's word counting. */
    static Map<String, Layout> all() {
        Map<String, Layout> all = new LinkedHashMap<>(of("structs.tsv"));
        all.putAll(of("more-structs.tsv"));
        all.putAll(of("sdk-structs.tsv"));
        return all;
    }

    /** Only a structure with an A twin, or one of Windows that has one, carries W as a suffix. */
    private static String fold(String name, List<String> names) {
        boolean wide = name.endsWith("W") && (names.contains(base(name) + "A") || !names.contains(base(name)));
        return wide ? base(name) : name;
    }

    private static String base(String name) {
        return name.substring(0, name.length() - 1);
    }

    private static Field field(Map<String, String> row) {
        // A member of a structure that this one begins with is inherited in Java.
        String name = row.get("field");
        return new Field(
                name.substring(name.indexOf('.') + 1),
                row.get("type"),
                Integer.parseInt(row.get("offset64")),
                Integer.parseInt(row.get("size64")));
    }
}
