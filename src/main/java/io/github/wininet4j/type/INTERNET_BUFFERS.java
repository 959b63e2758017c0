package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.annotation.SizedBy;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Headers and data of one step of a transfer: {@code HttpSendRequestEx} reads it, {@code InternetReadFileEx} fills it.
 */
public final class INTERNET_BUFFERS implements Structure {
    /** Size of the structure in bytes; checked (R-READEX-3). */
    @OwnSize
    public int dwStructSize = 56;

    /** The next structure of a list; not read by any function. */
    public @Nullable INTERNET_BUFFERS Next;

    /** Header lines to add to the request. */
    @SizedBy(characters = "dwHeadersLength")
    public @Nullable String lpcszHeader;

    /** Length of the headers in characters; -1 for the whole text. */
    public int dwHeadersLength;

    /** Not read. */
    public int dwHeadersTotal;

    /** The data, from the position of the buffer on. Position and limit are left as they are. */
    public @Nullable ByteBuffer lpvBuffer;

    /** Length of the data in bytes; {@code InternetReadFileEx} replaces it by the count read (R-READEX-5). */
    public int dwBufferLength;

    /** Length of the whole request body in bytes, the Content-Length (R-SENDEX-3). */
    public int dwBufferTotal;

    /** Not read. */
    public int dwOffsetLow;

    /** Not read. */
    public int dwOffsetHigh;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_BUFFERS() {}

    @Override
    public int sizeof() {
        return 56;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
