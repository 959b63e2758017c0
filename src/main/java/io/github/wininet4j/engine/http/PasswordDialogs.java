package io.github.wininet4j.engine.http;

import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.AuthNotifyCallback;
import io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The password dialogs of which only one is shown at a time, and who is told when it ends (R-DLG-8, R-DLG-12). */
final class PasswordDialogs {
    private static final SafeLogger LOG = SafeLogger.of(PasswordDialogs.class);

    private final ReentrantLock turn = new ReentrantLock();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean shown;

    /** What a structure said when it was given: it belongs to the program. */
    private record Waiting(AuthNotifyCallback callback, long context) {}

    /**
     * Begins a dialog, unless another one is shown.
     *
     * @param notice whom to tell in that case, once, when the other one has ended; null for nobody
     * @return whether the dialog may be shown; then {@link #end} is called after it
     */
    boolean begin(@Nullable INTERNET_AUTH_NOTIFY_DATA notice) {
        AuthNotifyCallback callback = notice == null ? null : notice.pfnNotify;
        turn.lock();
        try {
            if (!shown) {
                shown = true;
                return true;
            }
            if (notice != null && callback != null) {
                waiting.add(new Waiting(callback, notice.dwContext));
            }
            return false;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Ends a dialog, and tells those who were turned away: they may show theirs now.
     *
     * @param result what InternetErrorDlg returns
     */
    void end(int result) {
        List<Waiting> told;
        turn.lock();
        try {
            shown = false;
            told = List.copyOf(waiting);
            waiting.clear();
        } finally {
            turn.unlock();
        }
        for (Waiting each : told) {
            // One that throws must not keep the others from being told.
            try {
                each.callback().notify(each.context(), result, null);
            } catch (Throwable e) {
                LOG.log(Level.WARNING, () -> "a notice of the end of a dialog was thrown back", e);
            }
        }
    }
}
