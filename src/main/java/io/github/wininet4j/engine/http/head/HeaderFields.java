package io.github.wininet4j.engine.http.head;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of one message in their order. Names compare without regard to ASCII case (R-HDR-14). */
public interface HeaderFields {
    /** Returns the number of headers, duplicates counted. */
    int headerCount();

    /**
     * Returns the name of a header.
     *
     * @param index its place, from 0
     * @return the name in its original spelling
     */
    String name(int index);

    /**
     * Returns the value of a header.
     *
     * @param index its place, from 0
     * @return the value without white space around it; may be empty
     */
    String value(int index);

    /**
     * Finds a header among those of the same name.
     *
     * @param name the name
     * @param nth which of that name, from 0; a negative number finds none
     * @return its place among all headers, or -1
     */
    default int find(String name, int nth) {
        int at = -1;
        for (int left = nth; left >= 0; left--) {
            at = next(name, at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    /**
     * Finds the next header of a name. To go from one to the next costs one look at each header.
     *
     * @param name the name
     * @param from the place to begin at
     * @return its place among all headers, or -1
     */
    default int next(String name, int from) {
        int count = headerCount();
        for (int i = from; i < count; i++) {
            if (sameName(name(i), name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the value of the first header of a name.
     *
     * @param name the name
     * @return the value, or null if there is no such header
     */
    default @Nullable String first(String name) {
        return nth(name, 0);
    }

    /**
     * Returns the value of a header among those of the same name.
     *
     * @param name the name
     * @param nth which of that name, from 0
     * @return the value, or null if there is no such header
     */
    default @Nullable String nth(String name, int nth) {
        int at = find(name, nth);
        return at < 0 ? null : value(at);
    }

    /**
     * Returns the values of all headers of a name. To ask for one after the other costs the square of their number.
     *
     * @param name the name
     * @return their values in order
     */
    default List<String> all(String name) {
        int at = next(name, 0);
        if (at < 0) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (; at >= 0; at = next(name, at + 1)) {
            values.add(value(at));
        }
        return values;
    }

    /**
     * Returns whether there is a header of a name.
     *
     * @param name the name
     * @return whether there is one
     */
    default boolean contains(String name) {
        return next(name, 0) >= 0;
    }

    /**
     * Counts the headers of a name.
     *
     * @param name the name
     * @return how many there are
     */
    default int count(String name) {
        int found = 0;
        for (int at = next(name, 0); at >= 0; at = next(name, at + 1)) {
            found++;
        }
        return found;
    }

    /**
     * Compares header names.
     *
     * @param a a name
     * @param b a name
     * @return whether they differ in the case of ASCII letters at most
     */
    static boolean sameName(String a, String b) {
        int length = a.length();
        if (length != b.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(a.charAt(i)) != lower(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
}
