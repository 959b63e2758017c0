package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import org.jspecify.annotations.Nullable;

/** Whom to tell that a request was authenticated; declared, but no documented function takes it. */
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
}
