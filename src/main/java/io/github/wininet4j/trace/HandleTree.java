package io.github.wininet4j.trace;

import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which handle was opened on which: the end of one is that of those on it. */
final class HandleTree {
    private final Map<HINTERNET, HINTERNET> parents = new HashMap<>();
    private final Map<HINTERNET, Set<HINTERNET>> children = new HashMap<>();

    void opened(HINTERNET handle, HINTERNET on) {
        // The number of one that is gone comes again.
        closed(handle);
        parents.put(handle, on);
        children.computeIfAbsent(on, key -> new LinkedHashSet<>()).add(handle);
    }

    /** Forgets a handle and those on it, and returns all of them, each before those that were opened on it. */
    List<HINTERNET> closed(HINTERNET handle) {
        HINTERNET parent = parents.get(handle);
        Set<HINTERNET> siblings = parent == null ? null : children.get(parent);
        if (siblings != null && siblings.remove(handle) && siblings.isEmpty()) {
            children.remove(parent);
        }
        List<HINTERNET> all = new ArrayList<>(List.of(handle));
        for (int i = 0; i < all.size(); i++) {
            parents.remove(all.get(i));
            all.addAll(children.getOrDefault(all.get(i), Set.of()));
            children.remove(all.get(i));
        }
        return all;
    }
}
