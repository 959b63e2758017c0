package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;

/** The ways to read a body. */
enum ReadMethod {
    /** InternetReadFile: completes when the buffer is full or the body ends (R-READ-6). */
    FILE {
        @Override
        BodyReader open() {
            return new FileReader();
        }
    },
    /** InternetReadFileEx with IRF_NO_WAIT: takes what is there (R-READEX-6). */
    EX {
        @Override
        BodyReader open() {
            return new ExReader();
        }
    },
    /** InternetQueryDataAvailable, then InternetReadFile for as much as it says. */
    AVAILABLE {
        @Override
        BodyReader open() {
            return new AvailableReader();
        }
    };

    /** Starts reading one body. */
    abstract BodyReader open();

    private static final class FileReader implements BodyReader {
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        private final DwordRef read = new DwordRef();

        @Override
        public boolean call(WinInet wininet, HINTERNET request) {
            return wininet.InternetReadFile(request, buffer, BUFFER_SIZE, read);
        }

        @Override
        public int received(CallResult result) {
            return read.value;
        }

        @Override
        public ByteBuffer buffer() {
            return buffer;
        }
    }

    private static final class ExReader implements BodyReader {
        private final INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);

        @Override
        public boolean call(WinInet wininet, HINTERNET request) {
            buffers.lpvBuffer = buffer;
            buffers.dwBufferLength = BUFFER_SIZE;
            return wininet.InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0);
        }

        /** With IRF_NO_WAIT a completion brings no data; it says that another call will find some (R-READEX-7). */
        @Override
        public int received(CallResult result) {
            return result.completed() ? CALL_AGAIN : buffers.dwBufferLength;
        }

        @Override
        public ByteBuffer buffer() {
            return buffer;
        }
    }

    private static final class AvailableReader implements BodyReader {
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        private final DwordRef available = new DwordRef();
        private final DwordRef read = new DwordRef();
        private boolean reading;

        @Override
        public boolean call(WinInet wininet, HINTERNET request) {
            if (!reading) {
                return wininet.InternetQueryDataAvailable(request, available, 0, 0);
            }
            // The count is unsigned.
            long wanted = Math.min(Integer.toUnsignedLong(available.value), BUFFER_SIZE);
            return wininet.InternetReadFile(request, buffer, (int) wanted, read);
        }

        @Override
        public int received(CallResult result) {
            if (reading) {
                reading = false;
                return read.value;
            }
            // The completion has the count in its error field, too (R-ASYNC-40).
            int count = result.completed() ? result.error() : available.value;
            available.value = count;
            reading = count != 0;
            return reading ? CALL_AGAIN : 0;
        }

        @Override
        public ByteBuffer buffer() {
            return buffer;
        }
    }
}
