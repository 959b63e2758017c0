package io.github.wininet4j.cli.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** A small library for Windows with one section that has an import table and a delay-import table of wininet.dll. */
public final class Image {
    /** Where things are in the file, the same in both widths but for the optional header. */
    static final int PE = 0x80;

    static final int SECTION_OFFSET = 0x400;
    static final int SECTION_ADDRESS = 0x1000;
    static final int IMPORTS = 0x400;
    static final int DELAY_IMPORTS = 0x440;
    static final int NAMES = 0x480;
    static final int DELAY_NAMES = 0x4C0;
    static final int LIBRARY = 0x500;
    static final int FIRST_NAME = 0x520;
    static final int DELAYED_NAME = 0x540;
    static final int SIZE = 0x600;

    private static final long BASE = 0x10000000L;

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final boolean wide;
    private final int optional = PE + 24;

    private Image(boolean wide) {
        this.wide = wide;
    }

    /**
     * Makes a library.
     *
     * @param wide whether it is of 64 bits
     * @param addresses whether the delay-import table has addresses in memory, as old compilers wrote them
     * @return the library
     */
    public static Image of(boolean wide, boolean addresses) {
        Image image = new Image(wide);
        image.headers();
        image.tables(addresses ? (int) BASE : 0);
        return image;
    }

    private void headers() {
        int optionalLength = wide ? 240 : 224;
        u16(0, 0x5A4D).u32(0x3C, PE).u32(PE, 0x4550).u16(PE + 6, 1).u16(PE + 20, optionalLength);
        u16(optional, wide ? 0x20B : 0x10B).u32(optional + 60, SECTION_OFFSET);
        if (wide) {
            bytes.putLong(optional + 24, BASE);
        } else {
            u32(optional + 28, (int) BASE);
        }
        u32(directories() - 4, 16);
        u32(directories() + 8, address(IMPORTS)).u32(directories() + 8 * 13, address(DELAY_IMPORTS));
        int section = optional + optionalLength;
        u32(section + 8, SIZE - SECTION_OFFSET).u32(section + 12, SECTION_ADDRESS);
        u32(section + 16, SIZE - SECTION_OFFSET).u32(section + 20, SECTION_OFFSET);
    }

    private void tables(int from) {
        u32(IMPORTS, address(NAMES)).u32(IMPORTS + 12, address(LIBRARY)).u32(IMPORTS + 16, address(NAMES));
        entry(NAMES, 0, address(FIRST_NAME));
        bytes.put(NAMES + 2 * width() - 1, (byte) 0x80).put(NAMES + width(), (byte) 42);
        u32(DELAY_IMPORTS, from == 0 ? 1 : 0).u32(DELAY_IMPORTS + 4, address(LIBRARY) + from);
        u32(DELAY_IMPORTS + 16, address(DELAY_NAMES) + from);
        entry(DELAY_NAMES, 0, address(DELAYED_NAME) + from);
        text(LIBRARY, "WinInet.DLL").text(FIRST_NAME + 2, "InternetOpenW").text(DELAYED_NAME + 2, "FtpPutFileA");
    }

    /** Returns where an offset is in memory. */
    static int address(int offset) {
        return offset - SECTION_OFFSET + SECTION_ADDRESS;
    }

    /** Returns where the table of tables is. */
    int directories() {
        return optional + (wide ? 112 : 96);
    }

    /** Returns how long an entry of a table of names is. */
    int width() {
        return wide ? 8 : 4;
    }

    private void entry(int table, int index, int value) {
        u32(table + index * width(), value);
    }

    Image u16(int offset, int value) {
        bytes.putShort(offset, (short) value);
        return this;
    }

    Image u32(int offset, int value) {
        bytes.putInt(offset, value);
        return this;
    }

    Image text(int offset, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < ascii.length; i++) {
            bytes.put(offset + i, ascii[i]);
        }
        return this;
    }

    /** Returns the file. */
    public byte[] bytes() {
        return bytes.array().clone();
    }

    /** Reads a file from memory. */
    static ExecutableReader.Result read(byte[] file) {
        try {
            return ExecutableReader.read(new FileBytes(channel(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A channel over memory. */
    private static SeekableByteChannel channel(byte[] file) {
        return new SeekableByteChannel() {
            private int position;

            @Override
            public int read(ByteBuffer target) {
                int rest = file.length - position;
                if (rest <= 0) {
                    return -1;
                }
                // Less than is asked for, as channels may.
                int count = Math.min(Math.min(rest, target.remaining()), 4096);
                target.put(file, position, count);
                position += count;
                return count;
            }

            @Override
            public int write(ByteBuffer source) {
                throw new NonWritableChannelException();
            }

            @Override
            public long position() {
                return position;
            }

            @Override
            public SeekableByteChannel position(long to) {
                position = (int) Math.min(to, file.length);
                return this;
            }

            @Override
            public long size() {
                return file.length;
            }

            @Override
            public SeekableByteChannel truncate(long length) {
                throw new NonWritableChannelException();
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
