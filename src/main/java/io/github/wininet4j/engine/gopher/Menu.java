package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Utf8Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads menus: plain ones line by line, those of Gopher+ with what they tell of each item. */
final class Menu {
    /** More than any menu has (R-PROJ-GOPHER-2). */
    private static final int MOST_ITEMS = 100_000;

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_BYTES = 16 * 1_048_576;
    /** Also lines that name nothing come to an end. */
    private static final int MOST_LINES = 2 * MOST_ITEMS;

    private final InputStream input;
    private int bytes;
    private int lines;

    private Menu(Answer answer) {
        answer.readAsAWhole();
        this.input = answer;
    }

    /**
     * Asks for a menu, or for what a search finds.
     *
     * @param search what to search for, or null
     * @throws WinInetFailure {@code ERROR_INTERNET_EXTENDED_ERROR} if the server says that something is wrong,
     *     {@code ERROR_GOPHER_DATA_ERROR} if there is no end of it
     */
    static List<MenuItem> fetch(Request request, Locator menu, @Nullable String search) throws IOException {
        boolean plus = menu.isPlus() && search == null;
        String more = search != null ? "\t" + search : plus ? "\t$" : "";
        try (Answer answer = request.ask(menu, more, plus, true)) {
            return plus ? plusItems(answer) : items(answer, request.said());
        }
    }

    /** Reads a menu of plain Gopher. */
    static List<MenuItem> items(Answer answer, StringBuilder said) throws IOException {
        Menu menu = new Menu(answer);
        List<MenuItem> items = new ArrayList<>();
        for (String line = menu.line(); line != null; line = menu.line()) {
            Locator locator = Locator.ofLine(line);
            if (items.isEmpty() && line.startsWith("3")) {
                said.append(line, 1, line.indexOf('\t') < 0 ? line.length() : line.indexOf('\t'));
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
            }
            if (locator != null) {
                add(items, new MenuItem(locator, 0, null));
            }
        }
        return items;
    }

    /** Reads a menu of Gopher+. */
    static List<MenuItem> plusItems(Answer answer) throws IOException {
        List<MenuItem> items = new ArrayList<>();
        List<AttributeBlock> blocks = blocks(answer);
        Locator locator = null;
        List<AttributeBlock> its = new ArrayList<>();
        for (AttributeBlock block : blocks) {
            if (block.name().equals("INFO")) {
                if (locator != null) {
                    add(items, MenuItem.of(locator, its));
                }
                its.clear();
                locator = Locator.ofLine(block.first());
            } else {
                its.add(block);
            }
        }
        if (locator != null) {
            add(items, MenuItem.of(locator, its));
        }
        return items;
    }

    private static void add(List<MenuItem> items, MenuItem item) {
        if (items.size() == MOST_ITEMS) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_DATA_ERROR);
        }
        items.add(item);
    }

    /** Reads the blocks of a whole answer. */
    static List<AttributeBlock> blocks(Answer answer) throws IOException {
        return AttributeBlock.read(new Menu(answer)::line);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = input.read();
        if (next < 0) {
            return null;
        }
        if (++lines > MOST_LINES) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_DATA_ERROR);
        }
        while (next >= 0 && next != '\n') {
            if (++bytes > MOST_BYTES) {
                throw new WinInetFailure(WinInetError.ERROR_GOPHER_DATA_ERROR);
            }
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
            next = input.read();
        }
        String text = Utf8Text.decodeOr(line.toByteArray(), StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Fails unless an item has a menu: a folder, or a server that searches. */
    static void require(Locator item) {
        if (!item.has(GopherType.GOPHER_TYPE_DIRECTORY | GopherType.GOPHER_TYPE_INDEX_SERVER)) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_INCORRECT_LOCATOR_TYPE);
        }
    }
}
