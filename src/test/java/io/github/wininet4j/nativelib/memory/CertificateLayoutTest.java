package io.github.wininet4j.nativelib.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.CERT_CONTEXT;
import org.junit.jupiter.api.Test;

/** Client certificates as C memory of the project's own library. */
final class CertificateLayoutTest {
    private final Arena arena = Arena.owned();

    private static CERT_CONTEXT context(TestCertificate certificate) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = certificate.chain();
        context.privateKey = certificate.key();
        return context;
    }

    @Test
    @Rule("R-PROJ-TLS-3")
    void clientCertificate_withItsKey_comesBackWhole() {
        CERT_CONTEXT given = context(TestCertificates.client());

        CERT_CONTEXT taken = CertificateLayout.clientCertificate(CertificateLayout.context(given, arena));

        assertThat(taken.certificates).isEqualTo(given.certificates);
        assertThat(taken.privateKey).isEqualTo(given.privateKey);
    }

    @Test
    @Rule("R-PROJ-TLS-3")
    void clientCertificate_ofZeros_isNone() {
        Pointer zeros = CertificateLayout.context(new CERT_CONTEXT(), arena);

        CERT_CONTEXT taken = CertificateLayout.clientCertificate(zeros);

        assertThat(taken.certificates).isEmpty();
        assertThat(taken.privateKey).isNull();
    }

    @Test
    @Rule("R-PROJ-TLS-3")
    void clientCertificate_withAStoreThatIsNoFile_isRefused() {
        CERT_CONTEXT given = context(TestCertificates.client());
        Pointer memory = CertificateLayout.context(given, arena);
        Pointer bytes = CertificateLayout.blob(new byte[] {1, 2, 3}, arena);
        memory.setPointer(CertificateLayout.CONTEXT_SIZE - (long) Long.BYTES, bytes);

        assertThatThrownBy(() -> CertificateLayout.clientCertificate(memory))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
