package io.github.wininet4j.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/**
 * Certificates made when a test first asks for them: one authority that tests trust, and servers that are fit or unfit
 * in one respect each. Times are around the time of the system's clock.
 */
public final class TestCertificates {
    private static final String[] GOOD_NAMES = {"localhost", "test.example", "*.test.example", "127.0.0.1", "::1"};
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private TestCertificates() {}

    /** Made on first use, once in a JVM. */
    private static final class Made {
        static final Issuer AUTHORITY = Issuer.make("CN=wininet4j test authority, O=wininet4j tests");
        static final Issuer UNKNOWN = Issuer.make("CN=nobody's authority, O=elsewhere");
        static final TestCertificate GOOD = AUTHORITY.issue("good", "localhost", 0, GOOD_NAMES);
        static final TestCertificate WRONG_NAME =
                AUTHORITY.issue("wrong-name", "wrong.example", 0, "wrong.example", "203.0.113.1");
        static final TestCertificate EXPIRED = AUTHORITY.issue("expired", "localhost", -20, GOOD_NAMES);
        static final TestCertificate NOT_YET_VALID = AUTHORITY.issue("not-yet-valid", "localhost", 20, GOOD_NAMES);
        static final TestCertificate UNTRUSTED = UNKNOWN.issue("unknown-authority", "localhost", 0, GOOD_NAMES);
        static final TestCertificate SELF_SIGNED = selfSigned("self-signed", GOOD_NAMES);
        static final TestCertificate CLIENT = AUTHORITY.issue("client", "a client", 0);
        static final TestCertificate WEAK =
                AUTHORITY.issue("weak", "localhost", 0, TestCertificates.keys(), Hash.SHA1, GOOD_NAMES);
    }

    /** Returns a certificate that is in order for localhost, 127.0.0.1, ::1, test.example and the names below that. */
    public static TestCertificate good() {
        return Made.GOOD;
    }

    /** Returns a certificate that is in order, but for wrong.example and 203.0.113.1 only. */
    public static TestCertificate wrongName() {
        return Made.WRONG_NAME;
    }

    /** Returns a certificate that was in order until ten days ago. */
    public static TestCertificate expired() {
        return Made.EXPIRED;
    }

    /** Returns a certificate that will be in order in ten days. */
    public static TestCertificate notYetValid() {
        return Made.NOT_YET_VALID;
    }

    /** Returns a certificate that vouches for itself, with the names of {@link #good}. */
    public static TestCertificate selfSigned() {
        return Made.SELF_SIGNED;
    }

    /** Returns a certificate in order but for its authority, which is not in {@link #trustStore}. */
    public static TestCertificate unknownAuthority() {
        return Made.UNTRUSTED;
    }

    /** Returns a client certificate for "a client". */
    public static TestCertificate client() {
        return Made.CLIENT;
    }

    /** In order but for the authority's signature, which is by SHA-1. */
    public static TestCertificate weaklySigned() {
        return Made.WEAK;
    }

    /** Makes a client certificate for "a client" with an RSA key, as most have. */
    public static TestCertificate rsaClient() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Made.AUTHORITY.issue("rsa-client", "a client", 0, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Makes a certificate that is in order for some names.
     *
     * @param names host names and addresses; the first is also the common name
     * @return a new certificate
     */
    public static TestCertificate forNames(String... names) {
        return Made.AUTHORITY.issue("for-" + SERIAL.get(), names[0], 0, names);
    }

    /** Returns a fresh store with the test authority, for {@code WinInetConfig.withTrustStore}. */
    public static KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", Made.AUTHORITY.certificate());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a context for a client without a certificate that trusts the test authority. */
    public static SSLContext clientContext() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Writes the test authority's certificate to a file as OpenSSL reads it.
     *
     * @param folder where
     * @return the file
     */
    public static Path writeAuthorityPem(Path folder) {
        try {
            String pem = TestCertificate.pem(
                    "CERTIFICATE", Made.AUTHORITY.certificate().getEncoded());
            return Files.writeString(folder.resolve("authority.crt"), pem, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Writes {@link #trustStore} to a file for {@code javax.net.ssl.trustStore}; its password is {@code changeit}.
     *
     * @param folder where
     * @return the file
     */
    public static Path writeTrustStore(Path folder) {
        Path file = folder.resolve("authority.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trustStore().store(out, "changeit".toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a certificate for localhost that it signs itself, with a subject of one's own. */
    public static TestCertificate selfSignedFor(String subject) {
        return selfSigned("of-" + SERIAL.get(), new X500Principal(subject), GOOD_NAMES);
    }

    private static TestCertificate selfSigned(String name, String... names) {
        return selfSigned(name, new X500Principal("CN=localhost, O=wininet4j tests"), names);
    }

    private static TestCertificate selfSigned(String name, X500Principal subject, String... names) {
        KeyPair keys = keys();
        Form form = new Form(subject, subject, keys, keys, 0, false, List.of(names), Hash.SHA256);
        return new TestCertificate(name, keys.getPrivate(), List.of(form.sign()));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** An authority. */
    private record Issuer(X500Principal name, KeyPair keys, X509Certificate certificate) {
        static Issuer make(String name) {
            X500Principal principal = new X500Principal(name);
            KeyPair keys = TestCertificates.keys();
            Form form = new Form(principal, principal, keys, keys, 0, true, List.of(), Hash.SHA256);
            return new Issuer(principal, keys, form.sign());
        }

        TestCertificate issue(String name, String commonName, int days, String... names) {
            return issue(name, commonName, days, TestCertificates.keys(), names);
        }

        TestCertificate issue(String name, String commonName, int days, KeyPair own, String... names) {
            return issue(name, commonName, days, own, Hash.SHA256, names);
        }

        TestCertificate issue(String name, String commonName, int days, KeyPair own, Hash hash, String... names) {
            X500Principal subject = new X500Principal("CN=" + commonName + ", O=wininet4j tests");
            Form form = new Form(subject, this.name, own, keys, days, false, List.of(names), hash);
            return new TestCertificate(name, own.getPrivate(), List.of(form.sign()));
        }
    }

    /** What an authority signs by, always with ECDSA. */
    private enum Hash {
        SHA1("1.2.840.10045.4.1"),
        SHA256("1.2.840.10045.4.3.2");

        private final String objectIdentifier;

        Hash(String objectIdentifier) {
            this.objectIdentifier = objectIdentifier;
        }

        byte[] identifier() {
            return Der.sequence(Der.objectIdentifier(objectIdentifier));
        }
    }

    /** What goes into a certificate (RFC 5280, 4.1). Valid for 20 days with the named day in the middle. */
    private record Form(
            X500Principal subject,
            X500Principal issuer,
            KeyPair keys,
            KeyPair signer,
            int day,
            boolean authority,
            List<String> names,
            Hash hash) {

        X509Certificate sign() {
            try {
                byte[] form = content();
                Signature signature = Signature.getInstance(hash + "withECDSA");
                signature.initSign(signer.getPrivate());
                signature.update(form);
                byte[] der = Der.sequence(form, hash.identifier(), Der.bitString(0, signature.sign()));
                return (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private byte[] content() {
            Instant middle = Instant.now().plus(Duration.ofDays(day));
            return Der.sequence(
                    Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                    Der.integer(BigInteger.valueOf(SERIAL.getAndIncrement())),
                    hash.identifier(),
                    issuer.getEncoded(),
                    Der.sequence(
                            Der.time(middle.minus(Duration.ofDays(10))), Der.time(middle.plus(Duration.ofDays(10)))),
                    subject.getEncoded(),
                    keys.getPublic().getEncoded(),
                    Der.tagged(0xa3, Der.sequence(extensions())));
        }

        private byte[][] extensions() {
            byte[] constraints = authority ? Der.sequence(Der.trueValue()) : Der.sequence();
            // keyCertSign and cRLSign, or digitalSignature
            byte[] usage = authority ? Der.bitString(1, new byte[] {0x06}) : Der.bitString(7, new byte[] {(byte) 0x80});
            byte[] issuerKey = Der.sequence(Der.tagged(0x80, identifier(signer.getPublic())));
            byte[] ownKey = Der.octetString(identifier(keys.getPublic()));
            Stream<byte[]> basic = Stream.of(
                    critical("2.5.29.19", constraints),
                    critical("2.5.29.15", usage),
                    plain("2.5.29.35", issuerKey),
                    plain("2.5.29.14", ownKey));
            Stream<byte[]> alternativeNames =
                    names.isEmpty() ? Stream.of() : Stream.of(plain("2.5.29.17", alternativeNames()));
            return Stream.concat(basic, alternativeNames).toArray(byte[][]::new);
        }

        private static byte[] identifier(PublicKey key) {
            try {
                return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private static byte[] plain(String id, byte[] value) {
            return Der.sequence(Der.objectIdentifier(id), Der.octetString(value));
        }

        private static byte[] critical(String id, byte[] value) {
            return Der.sequence(Der.objectIdentifier(id), Der.trueValue(), Der.octetString(value));
        }

        private byte[] alternativeNames() {
            byte[][] all = names.stream().map(Form::alternativeName).toArray(byte[][]::new);
            return Der.sequence(all);
        }

        private static byte[] alternativeName(String name) {
            if (!name.matches("[0-9.]+|.*:.*")) {
                return Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
            }
            try {
                return Der.tagged(0x87, InetAddress.getByName(name).getAddress());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
