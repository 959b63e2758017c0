package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Memory that callers hand in, with the length they claim for it. */
public final class CallerBuffers {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int SIZE_32 = 40;
    private static final int SIZE_64 = 56;

    private CallerBuffers() {}

    /**
     * Returns the caller's memory from the buffer's position on, independent of what the caller does with the buffer
     * later.
     *
     * @param buffer the buffer, or null
     * @param length the claimed length in bytes
     * @return a view of that length
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if there is not as much
     */
    public static ByteBuffer window(@Nullable ByteBuffer buffer, int length) {
        if (buffer == null) {
            if (length != 0) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
            return NOTHING;
        }
        // A DWORD above 2 GiB is negative here; no buffer is that large.
        if (length < 0 || length > buffer.remaining()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return buffer.slice(buffer.position(), length);
    }

    /**
     * Checks the size member of a structure; both layouts are accepted.
     *
     * @param buffers the structure
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if it is another (R-READEX-3)
     */
    public static void requireSize(INTERNET_BUFFERS buffers) {
        if (buffers.dwStructSize != SIZE_64 && buffers.dwStructSize != SIZE_32) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
    }
}
