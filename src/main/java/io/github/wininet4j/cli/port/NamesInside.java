package io.github.wininet4j.cli.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the functions that a program or library does not import but has the names of, beside that of wininet.dll: it
 * loads them while it runs, by {@code GetProcAddress}, by the metadata of .NET, or in a way of its compiler.
 */
final class NamesInside {
    /** No function has a longer name. */
    private static final int MAX_NAME = 64;

    private static final int PIECE = 1 << 16;

    private static final boolean[] OF_NAME = ofName();

    private static final String LIBRARY = "wininet";

    private static final byte[] WIDE_LIBRARY = LIBRARY.getBytes(StandardCharsets.UTF_16LE);

    private final Catalog catalog;
    private final Set<String> names = new LinkedHashSet<>();
    private final byte[] word = new byte[MAX_NAME];
    private int length;
    private int wideMatched;
    private boolean hasLibrary;

    private NamesInside(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads a file.
     *
     * @param bytes the file
     * @param catalog the functions
     * @param imported those that are known already
     * @return the others whose names end with a NUL; none if the file does not name the library
     * @throws IOException if reading fails
     */
    static List<String> find(FileBytes bytes, Catalog catalog, Collection<String> imported) throws IOException {
        NamesInside inside = new NamesInside(catalog);
        byte[] piece = new byte[PIECE];
        long offset = 0;
        for (int count = bytes.read(offset, piece); count > 0; count = bytes.read(offset, piece)) {
            for (int i = 0; i < count; i++) {
                inside.take(piece[i]);
            }
            offset += count;
        }
        inside.names.removeAll(imported);
        return inside.hasLibrary ? List.copyOf(inside.names) : List.of();
    }

    private void take(byte c) {
        if (wideMatched > 0 || c == 'w' || c == 'W') {
            takeWide(c);
        }
        if (c > 0 && OF_NAME[c]) {
            if (length < MAX_NAME) {
                word[length] = c;
            }
            length++;
        } else if (length > 0) {
            endOfWord(c == 0);
            length = 0;
        }
    }

    private void takeWide(byte c) {
        wideMatched = isLetterOf(c, wideMatched) ? wideMatched + 1 : isLetterOf(c, 0) ? 1 : 0;
        if (wideMatched == WIDE_LIBRARY.length) {
            hasLibrary = true;
            wideMatched = 0;
        }
    }

    private void endOfWord(boolean isWhole) {
        if (length < LIBRARY.length() || length > MAX_NAME) {
            return;
        }
        String text = new String(word, 0, length, StandardCharsets.US_ASCII);
        if (isWhole && catalog.function(text) != null) {
            names.add(text);
        }
        hasLibrary |=
                length == LIBRARY.length() && text.toLowerCase(Locale.ROOT).equals(LIBRARY);
    }

    private static boolean isLetterOf(byte c, int place) {
        return WIDE_LIBRARY[place] == (c >= 'A' && c <= 'Z' ? c + ' ' : c);
    }

    private static boolean[] ofName() {
        boolean[] all = new boolean[Byte.MAX_VALUE + 1];
        for (char c = 0; c < all.length; c++) {
            all[c] = c == '_' || Character.isLetterOrDigit(c);
        }
        return all;
    }
}
