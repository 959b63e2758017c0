package io.github.wininet4j.engine.gopher;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Menus and attributes: what a line names can be asked for in one line, and is read again as it was. */
public final class GopherMenuTarget implements FuzzTarget {
    /** Creates the target. */
    public GopherMenuTarget() {}

    @Override
    public String run(byte[] input) {
        List<String> lines = Arrays.asList(FuzzText.of(input).split("\n", -1));
        List<AttributeBlock> blocks = blocks(lines);
        boolean any = false;
        for (String line : lines) {
            Locator locator = Locator.ofLine(line);
            if (locator != null) {
                any = true;
                String text = locator.text();
                check(text.length() <= GopherType.MAX_GOPHER_LOCATOR_LENGTH, "a locator that fits");
                check(text.indexOf('\n') == text.length() - 1, "one line");
                check(Locator.parse(text).text().equals(text), "read as it was written");
                MenuItem.of(locator, blocks).fill(new GOPHER_FIND_DATA());
            }
        }
        Attributes.enumerate(blocks, (attribute, error) -> true);
        return any ? "items" : "no item";
    }

    private static List<AttributeBlock> blocks(List<String> lines) {
        Iterator<String> next = lines.iterator();
        try {
            return AttributeBlock.read(() -> next.hasNext() ? next.next() : null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "0About\tabout\thost\t70\t+",
                "1",
                "\t",
                "\n",
                "70",
                "?",
                "+INFO: ",
                "+ADMIN:",
                " Mod-Date: x <20200102030405>",
                " TTL: 180",
                "+VIEWS:",
                " text/plain En_US: <10k>",
                "<1.5M>",
                "<",
                ">",
                "+ASK:",
                " Ask: name");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.gopher");
    }
}
