package io.github.wininet4j.engine.handle;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.StatusPayloads;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The one place that calls back. It knows which handles get no status (no callback, context zero: R-CTX-1) and what
 * each status carries (R-STAT); every payload is made for one call (R-CB-15). It holds no lock, and what a callback
 * throws ends here (R-CB-14).
 */
public final class StatusNotifier {
    private static final SafeLogger LOG = SafeLogger.of(StatusNotifier.class);

    private StatusNotifier() {}

    /**
     * Sends a status that carries nothing.
     *
     * @param node whose status
     * @param status an {@code INTERNET_STATUS_*} value
     */
    public static void plain(HandleNode node, int status) {
        plain(node, node.context(), status);
    }

    /**
     * Sends a status that carries nothing, of a call with a context of its own.
     *
     * @param node whose status
     * @param context the context value of the call
     * @param status an {@code INTERNET_STATUS_*} value
     */
    public static void plain(HandleNode node, long context, int status) {
        if (node.hasListener(context)) {
            deliver(node, node.handle(), context, status, null, 0);
        }
    }

    /**
     * Sends a status that carries a DWORD.
     *
     * @param node whose status
     * @param status an {@code INTERNET_STATUS_*} value
     * @param value the number
     */
    public static void number(HandleNode node, int status, int value) {
        number(node, node.context(), status, value);
    }

    /**
     * Sends a status that carries a DWORD, of a call with a context of its own.
     *
     * @param node whose status
     * @param context the context value of the call
     * @param status an {@code INTERNET_STATUS_*} value
     * @param value the number
     */
    public static void number(HandleNode node, long context, int status, int value) {
        if (node.hasListener(context)) {
            deliver(node, node.handle(), context, status, new DwordRef(value), Integer.BYTES);
        }
    }

    /**
     * Sends a status that carries a structure.
     *
     * @param node whose status
     * @param status an {@code INTERNET_STATUS_*} value
     * @param value the structure
     */
    public static void structure(HandleNode node, int status, Structure value) {
        if (node.hasListener()) {
            deliver(node, node.handle(), node.context(), status, value, value.sizeof());
        }
    }

    /**
     * Sends a status that carries ANSI text, also to callbacks of wide programs (R-CB-11).
     *
     * @param node whose status
     * @param status an {@code INTERNET_STATUS_*} value
     * @param text the text; the length given to the callback counts its NUL
     */
    public static void ansiText(HandleNode node, int status, String text) {
        text(node, node.context(), status, text);
    }

    /**
     * Sends a status that carries ANSI text, of a call with a context of its own.
     *
     * @param node whose status
     * @param context the context value of the call
     * @param status an {@code INTERNET_STATUS_*} value
     * @param text the text
     */
    public static void ansiText(HandleNode node, long context, int status, String text) {
        text(node, context, status, text);
    }

    /**
     * Announces that a redirect will be followed.
     *
     * @param node the request
     * @param url the new absolute URL; the length given to the callback is in bytes with the NUL (R-STAT-110)
     */
    public static void redirect(HandleNode node, String url) {
        text(node, node.context(), InternetStatus.INTERNET_STATUS_REDIRECT, url);
    }

    private static void text(HandleNode node, long context, int status, String text) {
        if (node.hasListener(context)) {
            TextBuffer payload = new TextBuffer(text);
            boolean wide = StatusPayloads.kind(status) == StatusPayloads.Kind.WIDE_TEXT;
            int length = wide ? payload.sizeof() : text.length() + 1;
            deliver(node, node.handle(), context, status, payload, length);
        }
    }

    /**
     * Announces a new handle to its parent's callback, with the new handle's context (R-CTX-9), unless it has ended
     * already.
     *
     * @param child the new node
     * @param creator the node whose handle the creating function was given
     */
    public static void handleCreated(HandleNode child, HandleNode creator) {
        // What has ended has no beginning any more.
        if (!child.holdUnlessEnded()) {
            return;
        }
        try {
            child.markAnnounced();
            if (child.hasListener()) {
                handle(child, creator.handle(), InternetStatus.INTERNET_STATUS_HANDLE_CREATED);
            }
        } finally {
            child.release();
        }
    }

    /**
     * Sends the last status of a handle (R-HANDLE-12).
     *
     * @param node the node that ends
     */
    static void handleClosing(HandleNode node) {
        if (node.isAnnounced() && node.hasListener()) {
            handle(node, node.handle(), InternetStatus.INTERNET_STATUS_HANDLE_CLOSING);
        }
    }

    private static void handle(HandleNode node, HINTERNET told, int status) {
        deliver(node, told, node.context(), status, new HandleRef(node.handle()), Long.BYTES);
    }

    /**
     * Reports the end of an operation that pended (R-ASYNC-36 to R-ASYNC-40).
     *
     * @param node the node it ran on
     * @param context the context value of the call
     * @param payload what the operation brought
     */
    public static void complete(HandleNode node, long context, INTERNET_ASYNC_RESULT payload) {
        if (node.hasListener(context)) {
            deliver(
                    node,
                    node.handle(),
                    context,
                    InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE,
                    payload,
                    payload.sizeof());
        }
    }

    private static void deliver(
            HandleNode node, HINTERNET told, long context, int status, @Nullable LPVOID info, int length) {
        StatusCallback callback = node.callback();
        if (callback == null) {
            return;
        }
        Thread before = node.beginCallback();
        try {
            callback.callback(told, context, status, info, length);
        } catch (Throwable t) {
            LOG.log(Level.WARNING, () -> "a status callback threw at status " + status, t);
        } finally {
            node.endCallback(before);
        }
    }
}
