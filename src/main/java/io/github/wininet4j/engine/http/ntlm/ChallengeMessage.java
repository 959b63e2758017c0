package io.github.wininet4j.engine.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the server answers to the first message ([MS-NLMP] section 2.2.1.2).
 *
 * @param flags what the server agrees to
 * @param serverChallenge eight bytes
 * @param targetInfo names of the server, and its time; empty if the server sent none
 */
record ChallengeMessage(int flags, byte[] serverChallenge, TargetInfo targetInfo) {
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE_OFFSET = 8;
    private static final int FLAGS_OFFSET = 20;
    private static final int CHALLENGE_OFFSET = 24;
    private static final int CHALLENGE_SIZE = 8;
    private static final int MINIMUM = 32;
    private static final int INFO_OFFSET = 40;
    private static final int TYPE = 2;

    /** Whether a token is an NTLM message at all, and not one of SPNEGO. */
    static boolean isNtlm(byte[] token) {
        if (token.length < SIGNATURE.length) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (token[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    static ChallengeMessage parse(byte[] token) throws NtlmException {
        ByteBuffer in = ByteBuffer.wrap(token).order(ByteOrder.LITTLE_ENDIAN);
        if (!isNtlm(token) || token.length < MINIMUM || in.getInt(TYPE_OFFSET) != TYPE) {
            throw new NtlmException("not a challenge message");
        }
        byte[] challenge = new byte[CHALLENGE_SIZE];
        in.get(CHALLENGE_OFFSET, challenge);
        return new ChallengeMessage(in.getInt(FLAGS_OFFSET), challenge, TargetInfo.parse(info(in)));
    }

    private static byte[] info(ByteBuffer in) throws NtlmException {
        boolean present = (in.getInt(FLAGS_OFFSET) & NtlmFlags.TARGET_INFO) != 0;
        if (!present || in.capacity() < INFO_OFFSET + 8) {
            return new byte[0];
        }
        int length = Short.toUnsignedInt(in.getShort(INFO_OFFSET));
        long offset = Integer.toUnsignedLong(in.getInt(INFO_OFFSET + 4));
        if (offset + length > in.capacity()) {
            throw new NtlmException("target information lies outside of the message");
        }
        byte[] info = new byte[length];
        in.get((int) offset, info);
        return info;
    }
}
