package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A menu as an HTML page with a link for each item that has a URL (R-URLOPEN-7). */
final class MenuPage {
    private static final String UNRESERVED = "-._~/";

    private MenuPage() {}

    static byte[] of(GopherUrl url, List<MenuItem> items) {
        String title =
                text("Menu " + url.item().selector() + " on " + url.item().host());
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\r\n<html><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title></head>\r\n<body><h1>")
                .append(title)
                .append("</h1>\r\n<pre>\r\n");
        for (MenuItem item : items) {
            Locator locator = item.locator();
            boolean plain = locator.has(GopherType.GOPHER_TYPE_INLINE
                    | GopherType.GOPHER_TYPE_ERROR
                    | GopherType.GOPHER_TYPE_CSO
                    | GopherType.GOPHER_TYPE_TELNET
                    | GopherType.GOPHER_TYPE_TN3270);
            page.append(plain ? text(locator.display()) : link(locator)).append("\r\n");
        }
        return page.append("</pre></body></html>\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String link(Locator locator) {
        String host = locator.host().indexOf(':') < 0 ? locator.host() : "[" + locator.host() + "]";
        String port = locator.port() == Locator.DEFAULT_PORT ? "" : ":" + locator.port();
        return "<a href=\"gopher://" + text(host) + port + "/" + ItemType.character(locator.type())
                + escaped(locator.selector()) + "\">" + text(locator.display()) + "</a>";
    }

    /** What an item says must not become part of the page's own text. */
    private static String text(String said) {
        return said.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String escaped(String selector) {
        StringBuilder url = new StringBuilder();
        for (byte next : selector.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (next & 0xFF);
            boolean plain = (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || UNRESERVED.indexOf(c) >= 0;
            url.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return url.toString();
    }
}
