package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.transfer.BrokenOff;
import io.github.wininet4j.engine.transfer.SequentialTransfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A folder as an HTML page, made entry by entry as it is read (R-URLOPEN-7). */
final class FolderPage implements SequentialTransfer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String NO_TIME = " ".repeat(16);
    private static final String UNRESERVED = "-._~";

    private final FtpChild child;
    private final Listing listing;
    private final String base;
    private ByteBuffer ready;
    private @Nullable ListingEntry ahead;
    private boolean ended;
    private final BrokenOff broken = new BrokenOff();

    /**
     * Begins a page.
     *
     * @param child the listing's data
     * @param listing its entries
     * @param first the first of them, or null if there is none
     * @param url the URL of the folder
     */
    FolderPage(FtpChild child, Listing listing, @Nullable ListingEntry first, FtpUrl url) {
        this.child = child;
        this.listing = listing;
        this.ahead = first;
        this.ended = first == null;
        String path = "/" + url.path();
        this.base = path.endsWith("/") ? path : path + "/";
        String title = text("Folder " + base + " on " + url.host());
        this.ready = bytes("<!DOCTYPE html>\r\n<html><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\r\n<body><h1>" + title + "</h1>\r\n<pre>\r\n" + (ended ? end() : ""));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String end() {
        return "</pre></body></html>\r\n";
    }

    /** The line of an entry of a folder. */
    static String line(String base, ListingEntry entry) {
        String name = entry.directory() ? entry.name() + "/" : entry.name();
        String size = entry.directory() ? "folder" : String.valueOf(entry.size());
        return (entry.changed() == null ? NO_TIME : entry.changed().format(TIME))
                + " ".repeat(Math.max(1, 16 - size.length()))
                + size
                + "  <a href=\"" + escaped(base + name) + "\">" + text(name) + "</a>\r\n";
    }

    /** What a name says must not become part of the page's own text. */
    private static String text(String name) {
        return name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String escaped(String path) {
        StringBuilder url = new StringBuilder();
        for (byte next : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (next & 0xFF);
            boolean plain = c == '/'
                    || (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || UNRESERVED.indexOf(c) >= 0;
            url.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return url.toString();
    }

    private void more() throws IOException {
        ListingEntry entry = ahead;
        ahead = null;
        if (entry == null) {
            entry = listing.next();
        }
        if (entry == null) {
            child.end();
            ended = true;
            ready = bytes(end());
        } else {
            ready = bytes(line(base, entry));
        }
    }

    private static void move(ByteBuffer from, ByteBuffer to) {
        int count = Math.min(from.remaining(), to.remaining());
        ByteBuffer piece = from.slice().limit(count);
        to.put(piece);
        from.position(from.position() + count);
    }

    @Override
    public boolean readReady(ByteBuffer target) throws IOException {
        if (target.position() == 0 && target.hasRemaining()) {
            tellFailure();
        }
        move(ready, target);
        return isOver();
    }

    @Override
    public void readFully(ByteBuffer target) throws IOException {
        boolean over = readReady(target);
        while (target.hasRemaining() && !over) {
            tryMore(target.position() > 0);
            over = readReady(target);
        }
    }

    private void tryMore(boolean hasData) throws IOException {
        try {
            more();
        } catch (IOException | WinInetFailure e) {
            broken.meet(e, hasData);
        }
    }

    private void tellFailure() throws IOException {
        if (broken.isKnown() && !ready.hasRemaining()) {
            child.tellReplyAgain();
            broken.tell();
        }
    }

    private boolean isOver() {
        return !ready.hasRemaining() && (ended || broken.isKnown());
    }

    @Override
    public int readyBytes() throws IOException {
        tellFailure();
        return ready.remaining();
    }

    @Override
    public boolean isAtEnd() {
        return isOver() && !broken.isKnown();
    }

    @Override
    public void awaitData() throws IOException {
        tellFailure();
        while (!ready.hasRemaining() && !ended) {
            tryMore(false);
        }
    }
}
