package io.github.wininet4j.engine.net;

import java.util.List;

/** Key lengths by the names of cipher suites. */
final class CipherStrength {
    private static final int WEAK = 0x1000_0000;
    private static final int STRONG = 0x2000_0000;
    private static final int MEDIUM = 0x4000_0000;
    private static final int UNKNOWN = 0x8000_0000;

    private record Row(String part, int bits) {}

    /** The first part that the name contains decides. */
    private static final List<Row> ROWS = List.of(
            new Row("_256", 256),
            new Row("_128", 128),
            new Row("CHACHA20", 256),
            new Row("3DES", 168),
            new Row("DES40", 40),
            new Row("_40", 40),
            new Row("DES_", 56));

    private CipherStrength() {}

    static int bits(String cipherSuite) {
        for (Row row : ROWS) {
            if (cipherSuite.contains(row.part)) {
                return row.bits;
            }
        }
        return 0;
    }

    /** The {@code SECURITY_FLAG_STRENGTH_*} bit (R-TLS-5); the header names them by 40, 56 and 128 bits. */
    static int flag(String cipherSuite) {
        int bits = bits(cipherSuite);
        if (bits == 0) {
            return UNKNOWN;
        }
        return bits >= 128 ? STRONG : bits >= 56 ? MEDIUM : WEAK;
    }
}
