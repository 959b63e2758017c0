package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.head.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which requests a response answers that was chosen by their headers (RFC 9111, section 4.1). */
final class Variants {
    private static final int MOST = 64;

    /** What is added further on, so that it is not known when the cache is asked. */
    private static final Set<String> UNKNOWN = unknown();

    private Variants() {}

    private static Set<String> unknown() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Set.of("*", "Cookie", "Authorization", "Proxy-Authorization"));
        return names;
    }

    /** The headers of a request that chose the response, names and values in turn; null if it answers no other. */
    static @Nullable List<String> selection(HeaderFields request, HeaderFields response) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < response.headerCount(); i++) {
            if (!HeaderFields.sameName(response.name(i), "Vary")) {
                continue;
            }
            for (String part : response.value(i).split(",", -1)) {
                String name = part.trim();
                if (UNKNOWN.contains(name) || chosen.size() >= 2 * MOST) {
                    return null;
                }
                if (!name.isEmpty()) {
                    chosen.add(name);
                    chosen.add(value(request, name));
                }
            }
        }
        return chosen;
    }

    static boolean match(List<String> selection, HeaderFields request) {
        for (int i = 0; i + 1 < selection.size(); i += 2) {
            if (!value(request, selection.get(i)).equals(selection.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** All values of a name, as one; without the header a value that none has. */
    private static String value(HeaderFields request, String name) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < request.headerCount(); i++) {
            if (HeaderFields.sameName(request.name(i), name)) {
                all.append(all.isEmpty() ? "=" : ",").append(request.value(i).trim());
            }
        }
        return all.toString();
    }
}
