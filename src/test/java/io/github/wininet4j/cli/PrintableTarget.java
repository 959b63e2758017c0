package io.github.wininet4j.cli;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;

/** Text of servers as a terminal gets it: none of it is interpreted there. */
public final class PrintableTarget implements FuzzTarget {
    /** Creates the target. */
    public PrintableTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        String shown = Printable.of(text);
        check(shown.chars().noneMatch(Character::isISOControl), "no control characters");
        check(
                shown.codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.FORMAT && c < 0x10000
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR),
                "nothing that changes the direction or the line");
        check(Printable.of(shown).equals(shown), "text that is shown as it is");
        return shown.equals(text) ? "as it is" : "escaped";
    }

    @Override
    public List<String> words() {
        return List.of(
                "\u001B[31m",
                "\u0007",
                "\u009B",
                "\u0090",
                "\u202E",
                "\u2028",
                "\u200B",
                "\uD83D\uDE00",
                "a",
                "\r\n",
                "\u00AD",
                "\uDB40\uDC01");
    }

    @Override
    public List<String> packages() {
        return List.of("cli");
    }
}
