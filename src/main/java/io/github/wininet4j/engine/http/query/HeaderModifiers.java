package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.HeaderText;

/**
 * Changes the header list of a request the way HttpAddRequestHeaders and HttpSendRequest do (R-HDR). A call succeeds as
 * a whole or leaves the list as it was.
 *
 * <p>Where a header exists, ADD_IF_NEW decides before REPLACE, REPLACE before COALESCE, COALESCE before ADD. The index
 * bits ({@code HTTP_ADDREQ_INDEX_MASK}) are not looked at, as observed.
 */
public final class HeaderModifiers {
    private static final int ADD_OR_REPLACE = HttpAddReq.HTTP_ADDREQ_FLAG_ADD | HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE;
    private static final int COALESCE =
            HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA | HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON;
    private static final int ACTIONS = ADD_OR_REPLACE | COALESCE | HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW;

    /** So many lines are looked up one by one; an index costs more. */
    private static final int FEW = 8;

    private HeaderModifiers() {}

    /**
     * Does what HttpAddRequestHeaders asks for.
     *
     * @param list the headers to change
     * @param text the header lines, cut to their length by the caller
     * @param dwModifiers {@code HTTP_ADDREQ_FLAG_*}; none of them works like ADD_IF_NEW, as observed
     * @throws WinInetFailure {@code ERROR_HTTP_HEADER_ALREADY_EXISTS} for ADD_IF_NEW of an existing header (R-HDR-3),
     *     {@code ERROR_HTTP_HEADER_NOT_FOUND} for REPLACE of an absent one (R-HDR-5), {@code ERROR_INVALID_PARAMETER}
     *     for adding an empty value (R-HDR-7), {@code ERROR_HTTP_INVALID_HEADER} for text that is empty or has a line
     *     that is no header
     */
    public static void apply(HeaderList list, String text, int dwModifiers) {
        if (text.isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
        }
        HeaderList lines = HeaderText.parse(text);
        int modifiers =
                (dwModifiers & ACTIONS) == 0 ? dwModifiers | HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW : dwModifiers;
        if (lines.size() == 1) {
            // One change either happens or not; no copy needed.
            applyLine(new HeaderChanges.Direct(list), lines.name(0), lines.value(0), modifiers);
            return;
        }
        HeaderChanges.Indexed changes = new HeaderChanges.Indexed(list);
        for (int i = 0; i < lines.size(); i++) {
            applyLine(changes, lines.name(i), lines.value(i), modifiers);
        }
        list.assign(changes.result());
    }

    /**
     * Takes over the header lines of HttpSendRequest or InternetOpenUrl: each replaces what the handle has, or is
     * added; they stay on the handle (R-HDR-22, R-HDR-23). A line with an empty value removes the header, if it is
     * there.
     *
     * @param list the headers of the handle
     * @param text the header lines, cut to their length by the caller; may be empty
     * @throws WinInetFailure {@code ERROR_HTTP_INVALID_HEADER} for a line that is no header; nothing is changed then
     */
    public static void applySendHeaders(HeaderList list, String text) {
        HeaderList lines = HeaderText.parse(text);
        if (lines.size() <= FEW) {
            replace(new HeaderChanges.Direct(list), lines);
            return;
        }
        HeaderChanges.Indexed changes = new HeaderChanges.Indexed(list);
        replace(changes, lines);
        list.assign(changes.result());
    }

    private static void replace(HeaderChanges changes, HeaderList lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.value(i).isEmpty() || changes.has(lines.name(i))) {
                applyLine(changes, lines.name(i), lines.value(i), ADD_OR_REPLACE);
            }
        }
    }

    /**
     * Returns whether HttpAddRequestHeaders is asked to change the response (R-CBX-8). {@link #apply} does not look at
     * this flag: the caller chooses the list.
     *
     * @param dwModifiers {@code HTTP_ADDREQ_FLAG_*}
     * @return whether {@code HTTP_ADDREQ_FLAG_RESPONSE_HEADERS} is among them
     */
    public static boolean addressesResponse(int dwModifiers) {
        return (dwModifiers & HttpAddReq.HTTP_ADDREQ_FLAG_RESPONSE_HEADERS) != 0;
    }

    private static void applyLine(HeaderChanges list, String name, String value, int modifiers) {
        if (!list.has(name)) {
            addAbsent(list, name, value, modifiers);
        } else if ((modifiers & HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW) != 0) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_HEADER_ALREADY_EXISTS);
        } else if ((modifiers & HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE) != 0) {
            list.removeFirst(name);
            if (isKept(value, modifiers)) {
                // At the end, other headers of that name stay (R-HDR-12).
                list.add(name, value);
            }
        } else if ((modifiers & COALESCE) != 0) {
            boolean comma = (modifiers & HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA) != 0;
            list.coalesce(name, comma ? ", " : "; ", value);
        } else {
            requireKept(value, modifiers);
            list.add(name, value);
        }
    }

    private static void addAbsent(HeaderChanges list, String name, String value, int modifiers) {
        boolean onlyReplaces = (modifiers & HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE) != 0
                && (modifiers & (HttpAddReq.HTTP_ADDREQ_FLAG_ADD | HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW)) == 0;
        // Current Windows lets Host be replaced before the send adds it (R-HDR-17).
        if (onlyReplaces && !(HeaderFields.sameName(name, "Host") && isKept(value, modifiers))) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
        }
        if (!isKept(value, modifiers) && (modifiers & HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW) != 0) {
            // As observed (R-HDR-27).
            throw new WinInetFailure(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
        }
        requireKept(value, modifiers);
        list.add(name, value);
    }

    private static void requireKept(String value, int modifiers) {
        if (!isKept(value, modifiers)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
    }

    /** Whether the value may stand in the list; an empty one needs its flag. */
    private static boolean isKept(String value, int modifiers) {
        return !value.isEmpty() || (modifiers & HttpAddReq.HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES) != 0;
    }
}
