package io.github.wininet4j.cli.port;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of MFC that stand on WinInet. Read once: a program has many sources. */
final class MfcClasses {
    private final Map<String, Map<String, String>> methods = new HashMap<>();
    private final Map<String, String> distinct = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    MfcClasses() {
        for (List<String> row : Table.rows("mfc.tsv", 4)) {
            Map<String, String> ofClass = methods.computeIfAbsent(row.get(0), name -> new HashMap<>());
            if (row.get(1).equals(":")) {
                parents.put(row.get(0), row.get(2));
            } else {
                ofClass.put(row.get(1), row.get(2));
            }
            if (row.get(3).equals("distinct")) {
                distinct.put(row.get(1), row.get(2));
            }
        }
    }

    boolean has(String name) {
        return methods.containsKey(name) || parents.containsKey(name);
    }

    /** The functions of a class by its methods, without those of its parents. */
    Map<String, String> methods(String name) {
        return methods.getOrDefault(name, Map.of());
    }

    /** The functions of methods whose names tell the class. */
    Map<String, String> distinct() {
        return distinct;
    }

    /** The parents of the classes. */
    Map<String, String> parents() {
        return parents;
    }
}
