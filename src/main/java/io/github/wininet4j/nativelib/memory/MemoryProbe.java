package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads memory that may not be there: the system does it, and fails where a read in the process would end it. */
interface MemoryProbe {
    /**
     * Reads.
     *
     * @param address where
     * @param size how many bytes
     * @return the bytes; null if any of them cannot be read
     */
    byte @Nullable [] read(long address, int size);

    /** Returns the one that works on this system. */
    static MemoryProbe ofSystem() {
        return Platform.isWindows() ? new OfWindows() : new OfUnix();
    }

    /** {@code ReadProcessMemory} of the own process. */
    final class OfWindows implements MemoryProbe {
        private final Function read = Function.getFunction("kernel32", "ReadProcessMemory", Function.ALT_CONVENTION);
        private final Pointer process = new Pointer(-1);

        @Override
        public byte @Nullable [] read(long address, int size) {
            byte[] bytes = new byte[size];
            Object[] arguments = {process, new Pointer(address), bytes, PointerSized.of(size), null};
            return read.invokeInt(arguments) == 0 ? null : bytes;
        }
    }

    /** A pipe: what the system cannot read it does not write there. */
    final class OfUnix implements MemoryProbe {
        /** Any pipe has room for so much. */
        private static final int STEP = 4096;

        private final ReentrantLock lock = new ReentrantLock();
        private final Function write;
        private final Function read;
        private final int from;
        private final int to;

        OfUnix() {
            NativeLibrary c = NativeLibrary.getInstance("c");
            write = c.getFunction("write");
            read = c.getFunction("read");
            try (Memory ends = new Memory(2L * Integer.BYTES)) {
                if (c.getFunction("pipe").invokeInt(new Object[] {ends}) != 0) {
                    throw new IllegalStateException("no pipe: " + Native.getLastError());
                }
                from = ends.getInt(0);
                to = ends.getInt(Integer.BYTES);
            }
        }

        @Override
        public byte @Nullable [] read(long address, int size) {
            byte[] bytes = new byte[size];
            lock.lock();
            try {
                int done = 0;
                while (done < size) {
                    long count = count(write, to, new Pointer(address + done), Math.min(STEP, size - done));
                    byte[] part = new byte[(int) Math.max(count, 0)];
                    if (part.length == 0 || count(read, from, part, part.length) != part.length) {
                        return null;
                    }
                    System.arraycopy(part, 0, bytes, done, part.length);
                    done += part.length;
                }
                return bytes;
            } finally {
                lock.unlock();
            }
        }

        private static long count(Function function, int file, Object memory, int size) {
            Object[] arguments = {file, memory, PointerSized.of(size)};
            return ((Number) function.invoke(long.class, arguments)).longValue();
        }
    }
}
