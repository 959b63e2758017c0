package io.github.wininet4j.engine.http.head;

import java.util.Arrays;
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
     * @param hidden the names to hide
     */
    public FilteredFields(ResponseFields all, Set<String> hidden) {
        this.all = all;
        boolean[] hides = new boolean[all.headerCount()];
        for (String name : hidden) {
            for (int i = all.next(name, 0); i >= 0; i = all.next(name, i + 1)) {
                hides[i] = true;
            }
        }
        this.kept = new int[hides.length];
        int n = 0;
        for (int i = 0; i < hides.length; i++) {
            if (!hides[i]) {
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
    public int next(String name, int from) {
        int at = from < count ? all.next(name, kept[from]) : -1;
        while (at >= 0) {
            int place = Arrays.binarySearch(kept, from, count, at);
            if (place >= 0) {
                return place;
            }
            at = all.next(name, at + 1);
        }
        return -1;
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
