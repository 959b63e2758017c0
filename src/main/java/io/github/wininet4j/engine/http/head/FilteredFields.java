package io.github.wininet4j.engine.http.head;

import java.util.Locale;
import java.util.Set;

/** A response head without some of its headers. */
public final class FilteredFields implements ResponseFields {
    private final ResponseFields all;
    private final int[] kept;
    private final int count;

    /**
     * Hides headers.
     *
     * @param all the head
     * @param hidden the names to hide, in lower case
     */
    public FilteredFields(ResponseFields all, Set<String> hidden) {
        this.all = all;
        this.kept = new int[all.headerCount()];
        int n = 0;
        for (int i = 0; i < kept.length; i++) {
            if (!hidden.contains(all.name(i).toLowerCase(Locale.ROOT))) {
                kept[n++] = i;
            }
        }
        this.count = n;
    }

    @Override
    public int status() {
        return all.status();
    }

    @Override
    public String version() {
        return all.version();
    }

    @Override
    public String reason() {
        return all.reason();
    }

    @Override
    public int headerCount() {
        return count;
    }

    @Override
    public String name(int index) {
        return all.name(kept[index]);
    }

    @Override
    public String value(int index) {
        return all.value(kept[index]);
    }
}
