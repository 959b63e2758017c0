package io.github.wininet4j.engine.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of AV_PAIRs in a CHALLENGE_MESSAGE and in the client's answer ([MS-NLMP] section 2.2.2.1). */
final class TargetInfo {
    static final int NETBIOS_DOMAIN = 2;
    static final int FLAGS = 6;
    static final int TIMESTAMP = 7;
    static final int TARGET_NAME = 9;
    static final int CHANNEL_BINDINGS = 10;

    /** The flag that says that a message integrity code is there. */
    static final int FLAG_HAS_MIC = 2;

    private static final int END = 0;
    private static final int HEADER = 4;

    private final Map<Integer, byte[]> pairs;

    private TargetInfo(Map<Integer, byte[]> pairs) {
        this.pairs = pairs;
    }

    static TargetInfo parse(byte[] data) throws NtlmException {
        Map<Integer, byte[]> pairs = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= HEADER) {
            int id = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            if (id == END) {
                return new TargetInfo(pairs);
            }
            if (length > in.remaining()) {
                throw new NtlmException("target information is cut off");
            }
            byte[] value = new byte[length];
            in.get(value);
            pairs.put(id, value);
        }
        if (data.length > 0) {
            throw new NtlmException("target information has no end");
        }
        return new TargetInfo(pairs);
    }

    byte @Nullable [] get(int id) {
        return pairs.get(id);
    }

    TargetInfo with(int id, byte[] value) {
        Map<Integer, byte[]> changed = new LinkedHashMap<>(pairs);
        changed.put(id, value);
        return new TargetInfo(changed);
    }

    /** Says that the answer has a message integrity code, next to whatever flags the server sent. */
    TargetInfo withMicFlag() {
        byte[] sent = pairs.get(FLAGS);
        int flags = sent != null && sent.length == Integer.BYTES
                ? ByteBuffer.wrap(sent).order(ByteOrder.LITTLE_ENDIAN).getInt()
                : 0;
        ByteBuffer value = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        value.putInt(flags | FLAG_HAS_MIC);
        return with(FLAGS, value.array());
    }

    byte[] toBytes() {
        int size = HEADER;
        for (byte[] value : pairs.values()) {
            size += HEADER + value.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        pairs.forEach((id, value) ->
                out.putShort(id.shortValue()).putShort((short) value.length).put(value));
        return out.array();
    }
}
