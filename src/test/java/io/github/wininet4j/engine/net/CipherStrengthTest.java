package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-TLS-5: strength bits by the cipher's key. */
class CipherStrengthTest {
    @ParameterizedTest
    @CsvSource({
        "TLS_AES_256_GCM_SHA384, 256, 0x20000000",
        "TLS_AES_128_GCM_SHA256, 128, 0x20000000",
        "TLS_CHACHA20_POLY1305_SHA256, 256, 0x20000000",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, 128, 0x20000000",
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA, 168, 0x20000000",
        "SSL_RSA_WITH_DES_CBC_SHA, 56, 0x40000000",
        "SSL_RSA_EXPORT_WITH_DES40_CBC_SHA, 40, 0x10000000",
        "SSL_RSA_EXPORT_WITH_RC4_40_MD5, 40, 0x10000000",
        "SSL_RSA_WITH_RC4_128_MD5, 128, 0x20000000",
        "TLS_RSA_WITH_NULL_SHA256, 0, 0x80000000",
        "'', 0, 0x80000000"
    })
    void flagAndBits_bySuite(String suite, int bits, String flag) {
        assertThat(CipherStrength.bits(suite)).isEqualTo(bits);
        assertThat(CipherStrength.flag(suite)).isEqualTo((int) (long) Long.decode(flag));
    }
}
