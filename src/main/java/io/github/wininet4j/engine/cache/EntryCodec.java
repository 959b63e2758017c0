package io.github.wininet4j.engine.cache;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry's file: records one behind the other, each the entry as it was at a time, so that the last one
 * counts. A record is a mark; how the entry was used, with a checksum of its own, since that is overwritten in place;
 * and the entry with its checksum. From the first record on that is not as it was written, bytes give no entry.
 */
final class EntryCodec {
    /** Where the use begins, and how many bytes it has with its checksum. */
    static final int USE_OFFSET = 4;

    static final int USE_LENGTH = 16;

    private static final int MARK = 0x57_34_43_32;
    private static final int HEAD_LENGTH = USE_OFFSET + USE_LENGTH + 8;
    private static final byte ABSENT = 0;
    private static final byte LATIN_1 = 1;
    private static final byte UTF_16 = 2;
    private static final int FIXED_PART = 256;

    /**
     * An entry as it was read.
     *
     * @param entry the entry
     * @param use how it was used
     * @param start where its record begins
     * @param end where it ends
     */
    record Decoded(CacheEntry entry, EntryUse use, int start, int end) {}

    private EntryCodec() {}

    static byte[] encode(CacheEntry entry, EntryUse use) {
        ByteBuffer out = ByteBuffer.allocate(HEAD_LENGTH + size(entry));
        out.position(HEAD_LENGTH);
        put(out, entry.url());
        CacheEntry.Body body = entry.body();
        put(out, body == null ? null : body.file());
        out.put((byte) (body != null && body.own() ? 1 : 0));
        out.putLong(entry.size()).putLong(body == null ? CacheEntry.Body.UNCHECKED : body.check());
        out.putInt(entry.type()).putInt(entry.exemptSeconds());
        out.putLong(entry.modified()).putLong(entry.expires()).putLong(entry.synced());
        put(out, entry.headers());
        put(out, entry.originalUrl());
        out.putInt(entry.groups().size());
        entry.groups().forEach(out::putLong);
        out.putInt(entry.selectedBy().size());
        entry.selectedBy().forEach(text -> put(out, text));
        int length = out.position() - HEAD_LENGTH;
        out.putInt(0, MARK).put(USE_OFFSET, encode(use), 0, USE_LENGTH);
        out.putInt(USE_OFFSET + USE_LENGTH, length);
        out.putInt(USE_OFFSET + USE_LENGTH + 4, check(out.array(), HEAD_LENGTH, length));
        byte[] bytes = new byte[HEAD_LENGTH + length];
        System.arraycopy(out.array(), 0, bytes, 0, bytes.length);
        return bytes;
    }

    static byte[] encode(EntryUse use) {
        ByteBuffer out = ByteBuffer.allocate(USE_LENGTH);
        out.putInt(use.hits()).putLong(use.accessed());
        out.putInt(check(out.array(), 0, USE_LENGTH - 4));
        return out.array();
    }

    /** Reads the last whole record; null if there is none. */
    static @Nullable Decoded decode(byte[] bytes) {
        int start = -1;
        int end = 0;
        for (int next = end(bytes, end); next > 0; next = end(bytes, end)) {
            start = end;
            end = next;
        }
        if (start < 0) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, end);
        in.position(start + HEAD_LENGTH);
        try {
            CacheEntry entry = entry(in);
            return entry == null ? null : new Decoded(entry, use(in, bytes, start, entry), start, end);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    /** Returns where the record ends that begins somewhere; -1 if none does. */
    private static int end(byte[] bytes, int start) {
        if (bytes.length - start < HEAD_LENGTH) {
            return -1;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int length = in.getInt(start + USE_OFFSET + USE_LENGTH);
        boolean whole = in.getInt(start) == MARK
                && length >= 0
                && length <= bytes.length - start - HEAD_LENGTH
                && in.getInt(start + USE_OFFSET + USE_LENGTH + 4) == check(bytes, start + HEAD_LENGTH, length);
        return whole ? start + HEAD_LENGTH + length : -1;
    }

    /** A use that was being written when its process ended says nothing; the entry is there all the same. */
    private static EntryUse use(ByteBuffer in, byte[] bytes, int start, CacheEntry entry) {
        int at = start + USE_OFFSET;
        int hits = in.getInt(at);
        long accessed = in.getLong(at + 4);
        boolean whole = in.getInt(at + USE_LENGTH - 4) == check(bytes, at, USE_LENGTH - 4);
        return whole ? new EntryUse(hits, accessed) : new EntryUse(0, entry.synced());
    }

    private static @Nullable CacheEntry entry(ByteBuffer in) {
        String url = text(in);
        String file = text(in);
        boolean own = in.get() != 0;
        long size = in.getLong();
        long check = in.getLong();
        int type = in.getInt();
        int exempt = in.getInt();
        long modified = in.getLong();
        long expires = in.getLong();
        long synced = in.getLong();
        String headers = text(in);
        String original = text(in);
        List<Long> groups = new ArrayList<>();
        for (int left = count(in, Long.BYTES); left > 0; left--) {
            groups.add(in.getLong());
        }
        List<String> selectedBy = new ArrayList<>();
        for (int left = count(in, 1); left > 0; left--) {
            String text = text(in);
            selectedBy.add(text == null ? "" : text);
        }
        if (url == null || headers == null || size < 0 || (own && !BodyFolder.isOwnFile(file))) {
            return null;
        }
        CacheEntry.Body body = file == null ? null : new CacheEntry.Body(file, own, size, check);
        return new CacheEntry(
                url, body, type, modified, expires, synced, exempt, headers, original, groups, selectedBy);
    }

    private static int count(ByteBuffer in, int each) {
        int count = in.getInt();
        if (count < 0 || (long) count * each > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private static @Nullable String text(ByteBuffer in) {
        byte form = in.get();
        if (form == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[count(in, 1)];
        in.get(bytes);
        if (form == LATIN_1) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        char[] characters = new char[bytes.length / 2];
        ByteBuffer.wrap(bytes).asCharBuffer().get(characters);
        return new String(characters);
    }

    /** Nothing may be lost of a URL, not even half a surrogate pair, as UTF-8 would. */
    private static void put(ByteBuffer out, @Nullable String text) {
        if (text == null) {
            out.put(ABSENT);
            return;
        }
        byte form = isLatin1(text) ? LATIN_1 : UTF_16;
        out.put(form);
        if (form == LATIN_1) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            out.putInt(bytes.length).put(bytes);
            return;
        }
        out.putInt(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            out.putChar(text.charAt(i));
        }
    }

    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Room for the entry, as UTF-16 at worst. */
    private static int size(CacheEntry entry) {
        int size = FIXED_PART + Long.BYTES * entry.groups().size();
        size += room(entry.url()) + room(entry.headers()) + room(entry.originalUrl());
        CacheEntry.Body body = entry.body();
        size += room(body == null ? null : body.file());
        for (String text : entry.selectedBy()) {
            size += room(text);
        }
        return size;
    }

    private static int room(@Nullable String text) {
        return 5 + (text == null ? 0 : 2 * text.length());
    }

    private static int check(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
