package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.annotation.SizedBy;
import org.jspecify.annotations.Nullable;

/**
 * A proxy configuration script handed over in memory, as JSProxy.dll took it (R-PROXY-26); no facade function takes it
 * on current Windows.
 */
public final class AUTO_PROXY_SCRIPT_BUFFER implements Structure {
    /** Size of the structure in bytes. */
    @OwnSize
    public int dwStructSize = 24;

    /** Text of the script. */
    @SizedBy(bytes = "dwScriptBufferSize")
    public @Nullable String lpszScriptBuffer;

    /** Length of the text in bytes, with the NUL. */
    public int dwScriptBufferSize;

    /** Creates a structure with its size set and all else zero. */
    public AUTO_PROXY_SCRIPT_BUFFER() {}

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
