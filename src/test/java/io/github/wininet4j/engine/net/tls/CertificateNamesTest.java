package io.github.wininet4j.engine.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestCertificates;
import java.security.cert.CertificateParsingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts a certificate is for. */
final class CertificateNamesTest {
    @ParameterizedTest
    @Rule("R-PROJ-TLS-1")
    @CsvSource({
        // the name in the certificate, the host, whether it is for it
        "www.example.com, www.example.com, true",
        "WWW.Example.com, www.example.com, true",
        "www.example.com, www.example.com., true",
        "www.example.com, example.com, false",
        "*.example.com, www.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.b.example.com, false",
        "*.example.com, .example.com, false",
        "w*.example.com, www.example.com, false",
        "www.*.com, www.example.com, false",
        "*.*.com, www.example.com, false",
        "*.com, example.com, false",
        "*.co.uk, example.co.uk, false",
        "*.test, host.test, false",
        "*, *, false",
        "w*, w*, false",
        "*.example.com, *.com, false",
        "*, localhost, false",
        "*, example.com, false",
        "*., example.com, false",
        "*.github.io, project.github.io, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "*.0.0.1, 127.0.0.1, false"
    })
    void contain_byNameAndHost(String name, String host, boolean expected) throws CertificateParsingException {
        assertThat(CertificateNames.contain(TestCertificates.forNames(name).certificate(), host))
                .isEqualTo(expected);
    }
}
