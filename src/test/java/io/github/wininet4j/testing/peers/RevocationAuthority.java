package io.github.wininet4j.testing.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An authority of OpenSSL with a responder (OCSP) and a list of what it has revoked, which certificates name. The
 * responder is {@code openssl ocsp}, run for each question, as it would listen on all addresses by itself.
 */
public final class RevocationAuthority implements AutoCloseable {
    private static final String CONFIG = """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            default_md = sha256
            default_crl_days = 1
            """;

    private final Path openssl = Tools.require("openssl");
    private final Path folder = Folders.make("revocation");
    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final List<String> index = new ArrayList<>();
    private int issued;

    /** Where a certificate says that one can ask. */
    public enum Source {
        /** A responder. */
        OCSP("authorityInfoAccess=OCSP;URI:http://127.0.0.1:%d/ocsp\n"),
        /** A list. */
        CRL("crlDistributionPoints=URI:http://127.0.0.1:%d/list.crl\n"),
        /** A responder that only fails. */
        DEAF("authorityInfoAccess=OCSP;URI:http://127.0.0.1:%d/nothing\n"),
        /** A responder that only fails, and a list. */
        BOTH("authorityInfoAccess=OCSP;URI:http://127.0.0.1:%1$d/nothing\n"
                + "crlDistributionPoints=URI:http://127.0.0.1:%1$d/list.crl\n"),
        /** Nowhere. */
        NONE("");

        private final String extension;

        Source(String extension) {
            this.extension = extension;
        }
    }

    private RevocationAuthority() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/ocsp", this::answer);
        server.createContext("/list.crl", this::list);
        server.createContext("/nothing", exchange -> reply(exchange, 500, new byte[0]));
        server.start();
    }

    /** Makes the authority; skips the test without OpenSSL. */
    public static RevocationAuthority start() {
        try {
            RevocationAuthority made = new RevocationAuthority();
            Files.writeString(made.folder.resolve("ca.cnf"), CONFIG);
            Files.writeString(made.folder.resolve("index.txt.attr"), "unique_subject = no\n");
            made.writeIndex();
            made.run(
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-days",
                    "5",
                    "-keyout",
                    "ca.key",
                    "-out",
                    "ca.pem",
                    "-subj",
                    "/CN=revoking authority");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a certificate for localhost.
     *
     * @param source where one can ask about it
     * @param revoked whether it is revoked
     * @return the certificate
     */
    public TestCertificate issue(Source source, boolean revoked) {
        String name = "server" + ++issued;
        String serial = String.format(Locale.ROOT, "%02X", 0x10 + issued);
        try {
            String extensions = "subjectAltName=DNS:localhost\n"
                    + String.format(
                            Locale.ROOT, source.extension, server.getAddress().getPort());
            Files.writeString(folder.resolve(name + ".ext"), extensions);
            run(
                    "req",
                    "-new",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-keyout",
                    name + ".key",
                    "-out",
                    name + ".csr",
                    "-subj",
                    "/CN=localhost");
            run(
                    "x509",
                    "-req",
                    "-in",
                    name + ".csr",
                    "-CA",
                    "ca.pem",
                    "-CAkey",
                    "ca.key",
                    "-set_serial",
                    "0x" + serial,
                    "-days",
                    "3",
                    "-extfile",
                    name + ".ext",
                    "-out",
                    name + ".pem");
            index.add((revoked ? "R\t491231235959Z\t200101000000Z\t" : "V\t491231235959Z\t\t") + serial
                    + "\tunknown\t/CN=localhost");
            writeIndex();
            return new TestCertificate(name, key(name), List.of(certificate(name)));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks the responder about a certificate and writes its answer to a file, for a server to bring along. */
    public Path staple(TestCertificate certificate) {
        try {
            run("ocsp", "-issuer", "ca.pem", "-cert", certificate.name() + ".pem", "-no_nonce", "-reqout", "question");
            return respond(folder.resolve("question"), folder.resolve(certificate.name() + ".staple"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what trusts the authority. */
    public KeyStore trustStore() {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("ca", certificate("ca"));
            return trust;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns how many questions the responder has answered. */
    public int questions() {
        return questions.get();
    }

    /** Returns how often the list was fetched. */
    public int lists() {
        return lists.get();
    }

    private void writeIndex() throws IOException {
        Files.write(folder.resolve("index.txt"), index);
    }

    private PrivateKey key(String name) throws IOException, GeneralSecurityException {
        run("pkcs8", "-topk8", "-nocrypt", "-in", name + ".key", "-outform", "DER", "-out", name + ".der");
        byte[] bytes = Files.readAllBytes(folder.resolve(name + ".der"));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(folder.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        int number = questions.incrementAndGet();
        Path question = folder.resolve("question" + number);
        Files.write(question, question(exchange));
        reply(exchange, 200, Files.readAllBytes(respond(question, folder.resolve("answer" + number))));
    }

    /** By POST, or in the path if it is short (RFC 6960, appendix A.1). */
    private static byte[] question(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        return body.length > 0
                ? body
                : Base64.getDecoder()
                        .decode(URLDecoder.decode(path.substring("/ocsp/".length()), StandardCharsets.US_ASCII));
    }

    private Path respond(Path question, Path answer) throws IOException {
        run(
                "ocsp",
                "-index",
                "index.txt",
                "-CA",
                "ca.pem",
                "-rkey",
                "ca.key",
                "-rsigner",
                "ca.pem",
                "-ndays",
                "1",
                "-reqin",
                question.toString(),
                "-respout",
                answer.toString());
        return answer;
    }

    private void list(HttpExchange exchange) throws IOException {
        lists.incrementAndGet();
        run("ca", "-gencrl", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key", "-out", "list.pem");
        run("crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der");
        reply(exchange, 200, Files.readAllBytes(folder.resolve("list.der")));
    }

    private static void reply(HttpExchange exchange, int status, byte[] content) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(openssl.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        try {
            if (!process.waitFor(Waits.PROGRAM_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ":\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        Folders.delete(folder);
    }
}
