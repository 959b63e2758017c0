package io.github.wininet4j.engine.gopher;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.MemoryConnections;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Answers of a Gopher server; the first byte says as what they are read: a menu, a menu of Gopher+, attributes, a
 * document that ends with a dot.
 */
public final class MenuTarget implements FuzzTarget {
    private static final Set<Integer> CODES = Set.of(
            WinInetError.ERROR_INTERNET_EXTENDED_ERROR,
            WinInetError.ERROR_GOPHER_PROTOCOL_ERROR,
            WinInetError.ERROR_GOPHER_DATA_ERROR);

    /** Creates the target. */
    public MenuTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        int kind = input.length == 0 ? 0 : input[0] & 3;
        byte[] bytes = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        StringBuilder said = new StringBuilder();
        try {
            return switch (kind) {
                case 0 -> "menu, " + items(Menu.items(plain(bytes), said));
                case 1 -> "plus, " + items(Menu.plusItems(plus(bytes, said)));
                case 2 -> "attributes, " + attributes(Menu.blocks(plus(bytes, said)));
                default -> text(bytes);
            };
        } catch (WinInetFailure e) {
            check(CODES.contains(e.code()), "a documented error");
            return Integer.toString(e.code());
        }
    }

    private static Answer plain(byte[] bytes) throws IOException {
        return Answer.plain(MemoryConnections.of(bytes), new AnswerTime(0), true);
    }

    private static Answer plus(byte[] bytes, StringBuilder said) throws IOException {
        return Answer.plus(MemoryConnections.of(bytes), new AnswerTime(0), said);
    }

    private static String items(List<MenuItem> items) {
        for (MenuItem item : items) {
            Locator locator = item.locator();
            check(isOf(locator.selector() + locator.host(), ' ', '\uFFFF', ""), "one line");
            check(locator.port() > 0 && locator.port() <= 65_535, "a port");
            check(locator.text().length() <= GopherType.MAX_GOPHER_LOCATOR_LENGTH, "a locator with room");
            check(Locator.parse(locator.text()).equals(locator), "a locator that is read as it was written");
            check(item.size() >= 0, "a size");
            item.fill(new GOPHER_FIND_DATA());
        }
        return items.isEmpty() ? "empty" : "items";
    }

    private static String attributes(List<AttributeBlock> blocks) {
        Attributes.enumerate(blocks, (attribute, error) -> true);
        return blocks.isEmpty() ? "none" : "some";
    }

    /** Whatever the size of reads, the same text comes out. */
    private static String text(byte[] bytes) throws IOException {
        String whole = read(bytes, 4096);
        check(whole.equals(read(bytes, 1)), "the same text whatever the pieces");
        return whole.length() < bytes.length ? "text that ends" : "text";
    }

    private static String read(byte[] bytes, int step) throws IOException {
        Answer answer = plain(bytes);
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[step];
        for (int count = answer.read(piece, 0, step); count >= 0; count = answer.read(piece, 0, step)) {
            text.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Override
    public List<String> words() {
        return List.of(
                "\0",
                "\1",
                "\2",
                "\3",
                "0A file\t/file\th.test\t70\r\n",
                "1A folder\t/dir\th.test\t70\t+\r\n",
                "3Wrong\t\terror\t1\r\n",
                "iSaid\t\t\t0\r\n",
                "+-1\r\n",
                "+-2\r\n",
                "+20\r\n",
                "--1\r\n1 wrong\r\n",
                "+INFO: 0A file\t/file\th.test\t70\t+\r\n",
                "+ADMIN:\r\n Admin: A <a@b>\r\n Mod-Date: x <19930728170201>\r\n",
                "+VIEWS:\r\n text/plain En_US: <10k>\r\n",
                "+ABSTRACT: a\r\n b\r\n",
                " TTL: 180\r\n",
                ".\r\n",
                "..",
                "\t",
                "\r\n",
                " <");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.gopher");
    }
}
