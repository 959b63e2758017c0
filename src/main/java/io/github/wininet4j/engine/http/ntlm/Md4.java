package io.github.wininet4j.engine.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** MD4 (RFC 1320), which the JDK lacks and which NTLM hashes passwords with. */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int DIGEST = 16;
    private static final int ROUND_2 = 0x5A827999;
    private static final int ROUND_3 = 0x6ED9EBA1;
    private static final int[] ORDER_2 = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
    private static final int[] ORDER_3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};
    private static final int[] SHIFTS_1 = {3, 7, 11, 19};
    private static final int[] SHIFTS_2 = {3, 5, 9, 13};
    private static final int[] SHIFTS_3 = {3, 9, 11, 15};

    private final int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};

    private Md4() {}

    /** Returns the 16 bytes of the digest. */
    static byte[] digest(byte[] data) {
        Md4 md4 = new Md4();
        ByteBuffer padded = pad(data);
        int[] words = new int[16];
        while (padded.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = padded.getInt();
            }
            md4.add(words);
        }
        ByteBuffer result = ByteBuffer.allocate(DIGEST).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : md4.state) {
            result.putInt(word);
        }
        return result.array();
    }

    private static ByteBuffer pad(byte[] data) {
        int blocks = (data.length + 1 + Long.BYTES + BLOCK - 1) / BLOCK;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        padded.put(data).put((byte) 0x80);
        padded.putLong(padded.capacity() - Long.BYTES, data.length * 8L);
        return padded.rewind();
    }

    private void add(int[] words) {
        int[] v = state.clone();
        for (int i = 0; i < 16; i++) {
            int x = v[1];
            int y = v[2];
            int z = v[3];
            turn(v, ((x & y) | (~x & z)) + words[i], SHIFTS_1[i & 3]);
        }
        for (int i = 0; i < 16; i++) {
            int x = v[1];
            int y = v[2];
            int z = v[3];
            turn(v, ((x & y) | (x & z) | (y & z)) + words[ORDER_2[i]] + ROUND_2, SHIFTS_2[i & 3]);
        }
        for (int i = 0; i < 16; i++) {
            turn(v, (v[1] ^ v[2] ^ v[3]) + words[ORDER_3[i]] + ROUND_3, SHIFTS_3[i & 3]);
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += v[i];
        }
    }

    /** One step; the registers move on so that the next one to change is always the first. */
    private static void turn(int[] v, int sum, int shift) {
        int changed = Integer.rotateLeft(v[0] + sum, shift);
        v[0] = v[3];
        v[3] = v[2];
        v[2] = v[1];
        v[1] = changed;
    }
}
