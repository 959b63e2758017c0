package io.github.wininet4j.engine.gopher;

import static io.github.wininet4j.constant.GopherAttribute.*;

import io.github.wininet4j.engine.net.WireNumber;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.GOPHER_ABSTRACT_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_ADMIN_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_ASK_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_MOD_DATE_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_TTL_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_UNKNOWN_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_VERONICA_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_VIEW_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns the blocks of a Gopher+ item into the structures of WinInet (R-GOPHER-6). */
final class Attributes {
    private Attributes() {}

    /** Hands the attributes of blocks to a caller, one by one, until it has enough. */
    static void enumerate(List<AttributeBlock> blocks, GopherAttributeEnumerator receiver) {
        for (AttributeBlock block : blocks) {
            for (GOPHER_ATTRIBUTE_TYPE attribute : of(block)) {
                if (!receiver.enumerate(attribute, 0)) {
                    return;
                }
            }
        }
    }

    private static List<GOPHER_ATTRIBUTE_TYPE> of(AttributeBlock block) {
        List<GOPHER_ATTRIBUTE_TYPE> all = new ArrayList<>();
        switch (block.name()) {
            case "ADMIN" -> block.lines().forEach(line -> all.add(admin(line)));
            case "VIEWS" -> block.lines().forEach(line -> all.add(view(line)));
            case "ABSTRACT" -> all.add(summary(block));
            case "VERONICA" -> block.lines().forEach(line -> all.add(veronica(line)));
            case "ASK" -> block.lines().forEach(line -> all.add(ask(line)));
            default ->
                all.add(unknown(
                        block.name().equals("INFO") ? GOPHER_CATEGORY_ID_INFO : GOPHER_CATEGORY_ID_UNKNOWN,
                        block.text()));
        }
        return all;
    }

    private static GOPHER_ATTRIBUTE_TYPE attribute(int category, int id) {
        GOPHER_ATTRIBUTE_TYPE attribute = new GOPHER_ATTRIBUTE_TYPE();
        attribute.CategoryId = category;
        attribute.AttributeId = id;
        return attribute;
    }

    private static GOPHER_ATTRIBUTE_TYPE unknown(int category, String text) {
        GOPHER_ATTRIBUTE_TYPE attribute = attribute(category, GOPHER_ATTRIBUTE_ID_UNKNOWN);
        attribute.Unknown = new GOPHER_UNKNOWN_ATTRIBUTE_TYPE();
        attribute.Unknown.Text = text;
        return attribute;
    }

    /** Lines such as {@code Admin: Frodo <frodo@bag.end>}, {@code Mod-Date: … <19930728170201>} or {@code TTL: 180}. */
    private static GOPHER_ATTRIBUTE_TYPE admin(String line) {
        String value = after(line, ':');
        return switch (before(line, ':').toLowerCase(Locale.ROOT)) {
            case "admin" -> {
                GOPHER_ATTRIBUTE_TYPE admin = attribute(GOPHER_CATEGORY_ID_ADMIN, GOPHER_ATTRIBUTE_ID_ADMIN);
                admin.Admin = new GOPHER_ADMIN_ATTRIBUTE_TYPE();
                admin.Admin.Comment = before(value, '<');
                admin.Admin.EmailAddress = before(after(value, '<'), '>');
                yield admin;
            }
            case "mod-date" -> {
                Instant time = MenuItem.time(line);
                if (time == null) {
                    yield unknown(GOPHER_CATEGORY_ID_ADMIN, line);
                }
                GOPHER_ATTRIBUTE_TYPE date = attribute(GOPHER_CATEGORY_ID_ADMIN, GOPHER_ATTRIBUTE_ID_MOD_DATE);
                date.ModDate = new GOPHER_MOD_DATE_ATTRIBUTE_TYPE();
                date.ModDate.DateAndTime = FILETIME.of(time);
                yield date;
            }
            case "ttl" -> {
                GOPHER_ATTRIBUTE_TYPE ttl = attribute(GOPHER_CATEGORY_ID_ADMIN, GOPHER_ATTRIBUTE_ID_TTL);
                ttl.Ttl = new GOPHER_TTL_ATTRIBUTE_TYPE();
                ttl.Ttl.Ttl = number(value);
                yield ttl;
            }
            default -> unknown(GOPHER_CATEGORY_ID_ADMIN, line);
        };
    }

    /** Lines such as {@code text/plain En_US: <10k>}. */
    private static GOPHER_ATTRIBUTE_TYPE view(String line) {
        String[] kind = before(line, ':').split("\\s+", 2);
        GOPHER_ATTRIBUTE_TYPE view = attribute(GOPHER_CATEGORY_ID_VIEWS, GOPHER_ATTRIBUTE_ID_VIEW);
        view.View = new GOPHER_VIEW_ATTRIBUTE_TYPE();
        view.View.ContentType = kind[0];
        view.View.Language = kind.length > 1 ? kind[1] : "";
        view.View.Size = (int) Math.min(MenuItem.size(line), Integer.MAX_VALUE);
        return view;
    }

    private static GOPHER_ATTRIBUTE_TYPE summary(AttributeBlock block) {
        GOPHER_ATTRIBUTE_TYPE summary = attribute(GOPHER_CATEGORY_ID_ABSTRACT, GOPHER_ATTRIBUTE_ID_ABSTRACT);
        summary.Abstract = new GOPHER_ABSTRACT_ATTRIBUTE_TYPE();
        summary.Abstract.ShortAbstract = String.join("\r\n", block.lines());
        summary.Abstract.AbstractFile = block.first();
        return summary;
    }

    /** A line {@code treewalk: no} keeps collectors of menus out. */
    private static GOPHER_ATTRIBUTE_TYPE veronica(String line) {
        if (!before(line, ':').equalsIgnoreCase("treewalk")) {
            return unknown(GOPHER_CATEGORY_ID_VERONICA, line);
        }
        GOPHER_ATTRIBUTE_TYPE walk = attribute(GOPHER_CATEGORY_ID_VERONICA, GOPHER_ATTRIBUTE_ID_TREEWALK);
        walk.Veronica = new GOPHER_VERONICA_ATTRIBUTE_TYPE();
        walk.Veronica.TreeWalk = after(line, ':').equalsIgnoreCase("yes");
        return walk;
    }

    /** A question has its type as its number: there is none of its own (R-GOPHER-6). */
    private static GOPHER_ATTRIBUTE_TYPE ask(String line) {
        GOPHER_ATTRIBUTE_TYPE ask = attribute(GOPHER_CATEGORY_ID_ASK, GOPHER_ATTRIBUTE_ID_UNKNOWN);
        ask.Ask = new GOPHER_ASK_ATTRIBUTE_TYPE();
        ask.Ask.QuestionType = before(line, ':');
        ask.Ask.QuestionText = after(line, ':');
        return ask;
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return (at < 0 ? text : text.substring(0, at)).strip();
    }

    private static String after(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? "" : text.substring(at + 1).strip();
    }

    private static int number(String text) {
        long number = WireNumber.parse(text);
        return number <= Integer.MAX_VALUE ? (int) Math.max(number, 0) : 0;
    }
}
