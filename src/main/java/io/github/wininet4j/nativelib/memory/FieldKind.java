package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.type.CodePage;
import io.github.wininet4j.type.FILETIME;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How one member of a structure lies in C memory. */
enum FieldKind {
    /** {@code WORD}. */
    WORD(Short.BYTES, Short.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.setShort(0, (short) number(value));
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            return Short.toUnsignedInt(at.getShort(0));
        }
    },

    /** {@code DWORD} and other 32-bit integers. */
    DWORD(Integer.BYTES, Integer.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.setInt(0, number(value));
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            return at.getInt(0);
        }
    },

    /** {@code BOOL}. */
    BOOL(Integer.BYTES, Integer.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.setInt(0, Boolean.TRUE.equals(value) ? 1 : 0);
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            return at.getInt(0) != 0;
        }
    },

    /** {@code DWORD_PTR}. */
    POINTER_SIZED(Native.POINTER_SIZE, Native.POINTER_SIZE) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            PointerSized.set(at, value == null ? 0 : (Long) value);
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            return PointerSized.get(at);
        }
    },

    /** {@code FILETIME}, in place. */
    FILETIME(Long.BYTES, Integer.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            FILETIME time = value == null ? new FILETIME() : (FILETIME) value;
            at.setInt(0, time.dwLowDateTime);
            at.setInt(Integer.BYTES, time.dwHighDateTime);
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            FILETIME time = new FILETIME();
            time.dwLowDateTime = at.getInt(0);
            time.dwHighDateTime = at.getInt(Integer.BYTES);
            return time;
        }
    },

    /** {@code LPWSTR} to text with a NUL. */
    TEXT(Native.POINTER_SIZE, Native.POINTER_SIZE) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.setPointer(0, value == null ? null : arena.wide((String) value));
        }

        @Override
        @Nullable
        Object read(Pointer at, int count, ForeignMemory texts) {
            return texts.wide(at.getPointer(0));
        }
    },

    /** {@code LPSTR} to text with a NUL. */
    ANSI_TEXT(Native.POINTER_SIZE, Native.POINTER_SIZE) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.setPointer(0, value == null ? null : arena.ansi((byte[]) value));
        }

        @Override
        @Nullable
        Object read(Pointer at, int count, ForeignMemory texts) {
            return texts.narrow(at.getPointer(0));
        }
    },

    /** {@code LPSTR} in a wide structure: text in the ANSI code page, with a NUL. */
    NARROW_TEXT(Native.POINTER_SIZE, Native.POINTER_SIZE) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.setPointer(0, value == null ? null : arena.ansi(((String) value).getBytes(ANSI)));
        }

        @Override
        @Nullable
        Object read(Pointer at, int count, ForeignMemory texts) {
            byte[] bytes = texts.narrow(at.getPointer(0));
            return bytes == null ? null : new String(bytes, 0, bytes.length - 1, ANSI);
        }
    },

    /** {@code WCHAR[]}, in place. */
    TEXT_ARRAY(Character.BYTES, Character.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            String text = value == null ? "" : (String) value;
            for (int i = 0; i < count; i++) {
                boolean inside = i < text.length() && i < count - 1;
                // As a number: a character of JNA is as wide as wchar_t.
                at.setShort((long) i * Character.BYTES, inside ? (short) text.charAt(i) : 0);
            }
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            String all = WideText.read(at, count);
            int end = all.indexOf(0);
            return end < 0 ? all : all.substring(0, end);
        }
    },

    /** {@code CHAR[]}, in place. */
    ANSI_ARRAY(Byte.BYTES, Byte.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            byte[] bytes = value == null ? new byte[0] : (byte[]) value;
            at.write(0, Arrays.copyOf(bytes, count), 0, count);
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            return at.getByteArray(0, count);
        }
    },

    /** {@code DWORD[]}, in place. */
    DWORD_ARRAY(Integer.BYTES, Integer.BYTES) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            at.write(0, Arrays.copyOf(value == null ? new int[0] : (int[]) value, count), 0, count);
        }

        @Override
        Object read(Pointer at, int count, ForeignMemory texts) {
            return at.getIntArray(0, count);
        }
    },

    /** A pointer that its own converter writes and reads. */
    OTHER_POINTER(Native.POINTER_SIZE, Native.POINTER_SIZE) {
        @Override
        void write(Pointer at, @Nullable Object value, int count, Arena arena) {
            // Left as it is.
        }

        @Override
        @Nullable
        Object read(Pointer at, int count, ForeignMemory texts) {
            return null;
        }
    };

    private static final Charset ANSI = CodePage.charsetOrAnsi(CodePage.CP_ACP);

    private final int size;
    private final int alignment;

    FieldKind(int size, int alignment) {
        this.size = size;
        this.alignment = alignment;
    }

    /** Bytes of one element. */
    int size() {
        return size;
    }

    int alignment() {
        return alignment;
    }

    abstract void write(Pointer at, @Nullable Object value, int count, Arena arena);

    @Nullable
    abstract Object read(Pointer at, int count, ForeignMemory texts);

    private static int number(@Nullable Object value) {
        return value == null ? 0 : (Integer) value;
    }
}
