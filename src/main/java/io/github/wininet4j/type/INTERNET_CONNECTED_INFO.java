package io.github.wininet4j.type;

/** Whether to be online, for setting {@code INTERNET_OPTION_CONNECTED_STATE} (R-OPTN-50). */
public final class INTERNET_CONNECTED_INFO implements Structure {
    /** {@code INTERNET_STATE_CONNECTED} or {@code INTERNET_STATE_DISCONNECTED_BY_USER}. */
    public int dwConnectedState;

    /** {@code ISO_FORCE_DISCONNECTED} to cut off operations in progress, or 0. */
    public int dwFlags;

    /** Creates a structure of zeros. */
    public INTERNET_CONNECTED_INFO() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
