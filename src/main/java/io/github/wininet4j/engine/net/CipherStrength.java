package io.github.wininet4j.engine.net;

import io.github.wininet4j.constant.SecurityFlag;
import java.util.List;

/** Key lengths by the names of cipher suites. */
final class CipherStrength {

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
            return SecurityFlag.SECURITY_FLAG_UNKNOWNBIT;
        }
        if (bits >= 128) {
            return SecurityFlag.SECURITY_FLAG_STRENGTH_STRONG;
        }
        return bits >= 56 ? SecurityFlag.SECURITY_FLAG_STRENGTH_MEDIUM : SecurityFlag.SECURITY_FLAG_STRENGTH_WEAK;
    }
}
