package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which requests a response answers: those like its own, as far as it was chosen by that (RFC 9111, section 4.1). */
final class Variants {
    private static final int MOST = 64;

    /** Stands where the name of a header stands, and is none: whose credentials the request had. */
    private static final String ASKER = ":asker";

    /** What is added further on, so that it is not known when the cache is asked. */
    private static final Set<String> UNKNOWN = unknown();

    private Variants() {}

    private static Set<String> unknown() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Set.of("*", "Cookie", "Authorization", "Proxy-Authorization"));
        return names;
    }

    /** What of a request chose the response, names and values in turn; null if it answers no other. */
    static @Nullable List<String> selection(Request asked, Transcript answered, HeaderFields response) {
        String asker = Asker.of(asked, answered);
        if (asker == null) {
            return null;
        }
        if (asker.isEmpty() && !response.contains("Vary")) {
            return List.of();
        }
        List<String> chosen = new ArrayList<>();
        if (!asker.isEmpty()) {
            chosen.add(ASKER);
            chosen.add(asker);
        }
        return addVarying(chosen, asked.headers(), response) ? chosen : null;
    }

    /** Adds what a response says that it was chosen by; false if that can never be told. */
    static boolean addVarying(List<String> chosen, HeaderFields request, HeaderFields response) {
        for (int i = response.next("Vary", 0); i >= 0; i = response.next("Vary", i + 1)) {
            for (String part : response.value(i).split(",", -1)) {
                String name = part.trim();
                if (UNKNOWN.contains(name) || chosen.size() >= 2 * MOST) {
                    return false;
                }
                if (!name.isEmpty()) {
                    chosen.add(name);
                    chosen.add(value(request, name));
                }
            }
        }
        return true;
    }

    static boolean match(List<String> selection, Request request) {
        for (int i = 0; i + 1 < selection.size(); i += 2) {
            String name = selection.get(i);
            String value = name.equals(ASKER) ? Asker.of(request) : value(request.headers(), name);
            if (!value.equals(selection.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** All values of a name, as one; without the header a value that none has. */
    static String value(HeaderFields request, String name) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < request.headerCount(); i++) {
            if (HeaderFields.sameName(request.name(i), name)) {
                all.append(all.isEmpty() ? "=" : ",").append(request.value(i).trim());
            }
        }
        return all.toString();
    }
}
