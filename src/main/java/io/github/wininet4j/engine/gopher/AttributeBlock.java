package io.github.wininet4j.engine.gopher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A block of what a Gopher+ server tells of an item: a line with a plus, the name and a colon, then lines that begin
 * with a space.
 *
 * @param name its name in capitals
 * @param first the rest of the first line
 * @param lines the lines below it, without their space
 */
record AttributeBlock(String name, String first, List<String> lines) {
    /** Where lines come from. */
    @FunctionalInterface
    interface Lines {
        @Nullable
        String next() throws IOException;
    }

    /** Reads all blocks; lines that belong to none are passed over. */
    static List<AttributeBlock> read(Lines source) throws IOException {
        List<AttributeBlock> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line = source.next(); line != null; line = source.next()) {
            int colon = line.indexOf(':');
            if (line.startsWith("+") && colon > 1) {
                lines = new ArrayList<>();
                String name = line.substring(1, colon).strip().toUpperCase(Locale.ROOT);
                blocks.add(new AttributeBlock(name, line.substring(colon + 1).stripLeading(), lines));
            } else if (line.startsWith(" ")) {
                lines.add(line.substring(1));
            }
        }
        return blocks;
    }

    /** Writes it out as the server did. */
    String text() {
        StringBuilder text = new StringBuilder("+" + name + ": " + first).append("\r\n");
        lines.forEach(line -> text.append(' ').append(line).append("\r\n"));
        return text.toString();
    }
}
