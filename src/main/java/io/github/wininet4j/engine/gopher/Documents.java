package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which items are documents, and how their answers end. */
final class Documents {
    private static final int TEXT = GopherType.GOPHER_TYPE_TEXT_FILE
            | GopherType.GOPHER_TYPE_MAC_BINHEX
            | GopherType.GOPHER_TYPE_UNIX_UUENCODED;

    private Documents() {}

    /** Whether the answer of plain Gopher ends with a dot. */
    static boolean isText(Locator item) {
        return item.has(TEXT);
    }

    /**
     * Asks for a document.
     *
     * @param view the form to have it in, or null
     * @throws WinInetFailure {@code ERROR_GOPHER_NOT_FILE} if it is none, {@code ERROR_GOPHER_NOT_GOPHER_PLUS} for a
     *     view of an item that has none
     */
    static Answer ask(Request request, Locator item, @Nullable String view) throws IOException {
        String more = !item.isPlus() ? "" : view == null ? "\t+" : "\t+" + view;
        return request.ask(item, more, item.isPlus(), isText(item));
    }

    static void require(Locator item, @Nullable String view) {
        if (!item.has(GopherType.GOPHER_TYPE_FILE_MASK | GopherType.GOPHER_TYPE_UNKNOWN)) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_NOT_FILE);
        }
        if (view != null && !item.isPlus()) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_NOT_GOPHER_PLUS);
        }
    }

    /** Gives a document its handle; its answer is closed if that fails. */
    static GopherFileNode open(GopherFileNode node, @Nullable Answer answer) throws IOException {
        boolean opened = false;
        try {
            node.open();
            opened = true;
            return node;
        } finally {
            if (!opened && answer != null) {
                answer.close();
            }
        }
    }
}
