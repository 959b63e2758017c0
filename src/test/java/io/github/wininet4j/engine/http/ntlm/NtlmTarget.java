package io.github.wininet4j.engine.http.ntlm;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;

/** Challenges of NTLM: whatever is in them, the answer is a message whose fields lie inside of it. */
public final class NtlmTarget implements FuzzTarget {
    private static final int FIELDS = 6;
    private static final int FIRST_FIELD = 12;
    private static final NtlmIdentity USER = NtlmIdentity.of("D\\user", "password");

    /** Creates the target. */
    public NtlmTarget() {}

    @Override
    public String run(byte[] input) {
        NtlmClient client = new NtlmClient(
                NtlmFlags.OF_INTERNET_EXPLORER,
                new byte[] {6, 1, 0, 0, 0, 0, 0, 15},
                byte[]::new,
                () -> Instant.parse("2024-02-29T13:04:05Z"));
        client.first();
        try {
            ByteBuffer answer = ByteBuffer.wrap(client.answer(input, USER, "HTTP/h.test", input))
                    .order(ByteOrder.LITTLE_ENDIAN);
            check(answer.getInt(8) == 3, "the third message");
            for (int i = 0; i < FIELDS; i++) {
                int length = Short.toUnsignedInt(answer.getShort(FIRST_FIELD + i * 8));
                int offset = answer.getInt(FIRST_FIELD + i * 8 + 4);
                check(offset >= 0 && offset + length <= answer.capacity(), "a field inside of the message");
            }
            return "answered";
        } catch (NtlmException e) {
            return e.getMessage();
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "NTLMSSP\0\u0002\0\0\0",
                "\0\0",
                "\u0001\0",
                "\u0002\0",
                "\u0004\0",
                "\u0007\0\b\0",
                "\u0008\0\u0008\0",
                "\uDC8A\uDCE2",
                "\u0005\uDC82\uDC88\uDCA2",
                "\u0009\0",
                "\n\0\u0010\0",
                "\u0006\0\u0004\0\u0002\0\0\0",
                "(\0\0\0",
                "0\0\0\0",
                "A\0",
                "\uDCFF\uDCFF");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.ntlm");
    }
}
