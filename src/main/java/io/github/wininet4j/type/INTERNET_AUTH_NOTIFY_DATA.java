package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell that a dialog that was shown for another request has ended: {@code InternetErrorDlg} takes it with
 * {@code FLAGS_ERROR_UI_SERIALIZE_DIALOGS} (R-DLG-12). It is told once, if the call was turned away with
 * {@code ERROR_INTERNET_DIALOG_PENDING}, on the thread that showed the other dialog (R-PROJ-DLG-3).
 */
public final class INTERNET_AUTH_NOTIFY_DATA implements Structure {
    /** Size of the structure in bytes. */
    @OwnSize
    public int cbStruct = 24;

    /** Reserved. */
    public int dwOptions;

    /** The callback to notify. */
    public @Nullable AuthNotifyCallback pfnNotify;

    /** The context value to tell with. */
    public long dwContext;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_AUTH_NOTIFY_DATA() {}

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
