package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Certificates that crypt32 has made, in a process with a foreign library: {@code WineContractTest} runs it there.
 * Contract tests of TLS need a back end that trusts an authority of the tests, and this one trusts that of its user.
 */
final class ForeignCertificates {
    private static final int ANY_CERTIFICATE = SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
            | SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION
            | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID;

    private ScriptedHttpServer server;
    private BackEnd api;
    private HINTERNET request;

    @BeforeEach
    void openRequest() {
        server = ScriptedHttpServer.startTlsAskingForCertificate(
                TestCertificates.good().context());
        server.handleAll(any -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        api = WinInets.named("native", WinInetConfig.defaults());
        HINTERNET session = api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        HINTERNET connection = api.InternetConnect(
                session, "localhost", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        int flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_RELOAD;
        request = api.HttpOpenRequest(connection, null, "/", null, null, null, flags, 0);
        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(ANY_CERTIFICATE), 4))
                .isTrue();
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    @Rule({"R-OPTN-84", "R-TLS-13"})
    void clientCertificate_isShownWithItsKey_whereTheLibraryKnowsTheOption() throws SSLPeerUnverifiedException {
        TestCertificate client = TestCertificates.rsaClient();

        boolean accepted =
                api.InternetSetOption(request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, context(client), 40);

        if (accepted) {
            send();
            assertThat(server.tlsSessions().get(0).getPeerPrincipal().getName()).contains("CN=a client");
        } else {
            // Wine 8 has no such option, but must not have been refused the certificate here.
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPTION);
        }
    }

    @Test
    @Rule("R-OPTN-84")
    void clientCertificate_isMadeByCrypt32_withAKeyThatIsDeletedAtTheEnd() {
        WinInetLibrary library = WinInetLibrary.load(System.getProperty("wininet4j.library"));
        ClientCertificates certificates = new ClientCertificates(library);
        TestCertificate client = TestCertificates.rsaClient();

        Pointer context = certificates.context(context(client));

        assertThat(certificates.context(context(client))).isEqualTo(context);
        Pointer information = keyInformation(library, context);
        assertThat(acquire(library, information)).as("the key").isTrue();
        assertThat(call(library, "crypt32", "CertDuplicateCertificateContext", context))
                .isEqualTo(Pointer.nativeValue(context));
        certificates.close();
        assertThat(acquire(library, information)).as("the key after the end").isFalse();
    }

    private static CERT_CONTEXT context(TestCertificate certificate) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = certificate.chain();
        context.privateKey = certificate.key();
        return context;
    }

    /** {@code CRYPT_KEY_PROV_INFO}: container, provider, type. */
    private static Pointer keyInformation(WinInetLibrary library, Pointer context) {
        Memory memory = new Memory(4096);
        IntByReference size = new IntByReference((int) memory.size());
        assertThat(call(library, "crypt32", "CertGetCertificateContextProperty", context, 2, memory, size) & 1)
                .isEqualTo(1);
        return memory;
    }

    private static boolean acquire(WinInetLibrary library, Pointer key) {
        Object[] arguments = {
            new PointerByReference(),
            key.getPointer(0),
            key.getPointer(Native.POINTER_SIZE),
            key.getInt(2L * Native.POINTER_SIZE),
            0
        };
        return (call(library, "advapi32", "CryptAcquireContextW", arguments) & 1) == 1;
    }

    private static long call(WinInetLibrary library, String dll, String name, Object... arguments) {
        Function function = library.companion(dll, name);
        assertThat(function).as(name).isNotNull();
        return Pointer.nativeValue(function.invokePointer(arguments));
    }

    @Test
    @Rule("R-OPTN-84")
    void certificateWithoutItsKey_isRefused() {
        CERT_CONTEXT own = new CERT_CONTEXT();
        own.certificates = TestCertificates.rsaClient().chain();

        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, own, own.sizeof()))
                .isFalse();
    }

    @Test
    @Rule({"R-OPTN-32", "R-TLS-12"})
    void certificateStructure_hasAnsiTexts() {
        send();
        INTERNET_CERTIFICATE_INFO info = new INTERNET_CERTIFICATE_INFO();
        DwordRef length = new DwordRef(info.sizeof());

        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, info, length))
                .isTrue();

        assertThat(info.lpszSubjectInfo).contains("localhost");
        assertThat(info.lpszIssuerInfo).contains("wininet4j test authority");
    }

    @Test
    @Rule("R-OPTN-105")
    void certificateChain_beginsWithTheServers() {
        send();
        CERT_CHAIN_CONTEXT chain = new CERT_CHAIN_CONTEXT();

        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT, chain, new DwordRef(8)))
                .isTrue();

        assertThat(chain.certificates.get(0)).isEqualTo(TestCertificates.good().certificate());
    }

    private void send() {
        assertThat(api.HttpSendRequest(request, null, 0, null, 0))
                .as("%d", api.GetLastError())
                .isTrue();
    }
}
