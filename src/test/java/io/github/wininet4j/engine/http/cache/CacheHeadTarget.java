package io.github.wininet4j.engine.http.cache;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.ArrayList;
import java.util.List;

/**
 * Heads as the cache keeps them, and what they say about their use; a bar stands between a stored head and one of a
 * later 304.
 */
public final class CacheHeadTarget implements FuzzTarget {
    /** 2024-02-29, as the number of a FILETIME. */
    private static final long NOW = 133_536_000_000_000_000L;

    /** Creates the target. */
    public CacheHeadTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        int bar = text.indexOf('|');
        StoredHead head = StoredHead.parse(bar < 0 ? text : text.substring(0, bar));
        if (head == null) {
            return "no head";
        }
        StoredHead news = bar < 0 ? null : StoredHead.parse(text.substring(bar + 1));
        StoredHead kept = news == null ? head : head.updated(news);
        for (int i = 0; i < kept.headerCount(); i++) {
            check(isOf(kept.name(i), ' ', '\uFFFF', ":\u007F"), "a name");
            check(isOf(kept.value(i), '\0', '\uFFFF', "\r\n"), "a value of one line");
        }
        String written = StoredHead.text(kept);
        StoredHead again = StoredHead.parse(written);
        check(again != null && StoredHead.text(again).equals(written), "read as it was written");
        return use(kept);
    }

    private static String use(StoredHead head) {
        Directives directives = Directives.of(head);
        long expiry = Freshness.expiry(head, directives, NOW - 1, NOW);
        check(expiry == 0 || expiry >= NOW, "no time before now");
        check(directives.maxAge() >= Directives.NONE, "an age");
        HeaderList request = new HeaderList();
        request.add("Accept", "a");
        request.add("X", "b");
        List<String> chosen = new ArrayList<>();
        if (!Variants.addVarying(chosen, request, head)) {
            return "for no other request";
        }
        check(chosen.size() % 2 == 0, "names and values");
        return expiry == 0 ? "undated" : expiry == NOW ? "stale" : "fresh";
    }

    @Override
    public List<String> words() {
        return List.of(
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 304 Not Modified\r\n",
                "|",
                "\r\n",
                "Cache-Control: ",
                "max-age=",
                "60",
                "\"60\"",
                "no-cache=\"a, b\"",
                "no-store",
                "must-revalidate",
                ",",
                "Pragma: no-cache\r\n",
                "Age: ",
                "Date: Thu, 29 Feb 2024 00:00:00 GMT\r\n",
                "Expires: Fri, 01 Mar 2024 00:00:00 GMT\r\n",
                "Expires: 0\r\n",
                "Vary: ",
                "Accept",
                "*",
                "Cookie",
                "\"",
                "=",
                ": ",
                "X: y\r\n");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.cache", "engine.http.head");
    }
}
