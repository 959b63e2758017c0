package io.github.wininet4j.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The C prototypes of the table, wide form where there is one, under the names that the facade gives them. */
final class Prototypes {

    /** One prototype. */
    record Prototype(String returns, List<Parameter> parameters) {}

    /** One parameter; the name is null where the header gives the type alone. */
    record Parameter(String type, @Nullable String name) {}

    /** Functions whose suffix is part of the name: the documentation knows them by it, and there is no other form. */
    private static final Set<String> KEEP_SUFFIX = Set.of("PrivacyGetZonePreferenceW", "PrivacySetZonePreferenceW");

    /** The only function of which the A form alone exists. */
    private static final String ANSI_ONLY = "GetDiskInfoA";

    private static final Pattern NAMED = Pattern.compile("(.*[ *])(\\w+)");

    private Prototypes() {}

    /** Facade name to prototype. */
    static Map<String, Prototype> all() {
        List<Map<String, String>> rows = AbiTable.rows("functions.tsv");
        Set<String> names = rows.stream().map(row -> row.get("name")).collect(Collectors.toSet());
        Map<String, Prototype> prototypes = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String name = row.get("name");
            String base = base(name, names);
            if (name.endsWith("W") || !names.contains(base + "W")) {
                prototypes.put(base, new Prototype(row.get("returns"), parameters(row.get("parameters"))));
            }
        }
        return prototypes;
    }

    private static String base(String name, Set<String> names) {
        String cut = name.substring(0, name.length() - 1);
        boolean pair = names.contains(cut + "A") && names.contains(cut + "W");
        return !KEEP_SUFFIX.contains(name) && (pair && !name.equals(cut) && isSuffix(name) || name.equals(ANSI_ONLY))
                ? cut
                : name;
    }

    private static boolean isSuffix(String name) {
        return name.endsWith("A") || name.endsWith("W");
    }

    private static List<Parameter> parameters(String text) {
        List<Parameter> parameters = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                Matcher named = NAMED.matcher(part.strip());
                parameters.add(
                        named.matches()
                                ? new Parameter(named.group(1).strip(), named.group(2))
                                : new Parameter(part.strip(), null));
            }
        }
        return parameters;
    }
}
