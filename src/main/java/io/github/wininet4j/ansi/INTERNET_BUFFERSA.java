package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.Structure;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link INTERNET_BUFFERS} with headers as ISO-8859-1 bytes (R-GEN-14). */
public final class INTERNET_BUFFERSA implements Structure {
    /** Size of the structure in bytes; checked (R-READEX-3). */
    @OwnSize
    public int dwStructSize = 56;

    /** The next structure of a list; not read by any function. */
    public @Nullable INTERNET_BUFFERSA Next;

    /** Header lines to add to the request. */
    public byte @Nullable [] lpcszHeader;

    /** Length of the headers in bytes; -1 for the whole text; 0 with headers is refused (R-SEND-5). */
    public int dwHeadersLength;

    /** Not read. */
    public int dwHeadersTotal;

    /** The data, from the position of the buffer on. Position and limit are left as they are. */
    public @Nullable ByteBuffer lpvBuffer;

    /** Length of the data in bytes; InternetReadFileExA replaces it by the count read (R-READEX-5). */
    public int dwBufferLength;

    /** Length of the whole request body in bytes, the Content-Length (R-SENDEX-3). */
    public int dwBufferTotal;

    /** Not read. */
    public int dwOffsetLow;

    /** Not read. */
    public int dwOffsetHigh;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_BUFFERSA() {}

    INTERNET_BUFFERS wide() {
        INTERNET_BUFFERS wide = new INTERNET_BUFFERS();
        wide.dwStructSize = dwStructSize;
        wide.lpcszHeader = AnsiText.header(lpcszHeader);
        wide.dwHeadersLength = dwHeadersLength;
        wide.dwHeadersTotal = dwHeadersTotal;
        wide.lpvBuffer = lpvBuffer;
        wide.dwBufferLength = dwBufferLength;
        wide.dwBufferTotal = dwBufferTotal;
        wide.dwOffsetLow = dwOffsetLow;
        wide.dwOffsetHigh = dwOffsetHigh;
        return wide;
    }

    @Override
    public int sizeof() {
        return 56;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
