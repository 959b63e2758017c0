package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
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
import io.github.wininet4j.type.INTERNET_DIAGNOSTIC_SOCKET_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

/** What options tell of a server's certificate, and how they give the client's. */
@ContractTest
final class OptionTlsContractTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final BackEnd api;
    private final ScriptedHttpServer server;
    private final Conversation client;

    OptionTlsContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore()));
        this.server = backEnd.closeAfterTest(ScriptedHttpServer.startTlsAskingForCertificate(
                TestCertificates.good().context()));
        server.handleAll(request -> Script.script().send(HELLO));
        this.client = Conversation.with(
                api, backEnd.statusLog(), "localhost", server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
    }

    private int query(HINTERNET handle, int option, LPVOID memory, DwordRef length) {
        return api.InternetQueryOption(handle, option, memory, length) ? 0 : api.GetLastError();
    }

    @Test
    @Rule({"R-OPTN-32", "R-OPT-17", "R-TLS-11"})
    void certificateStruct_leavesTheNamesOfAlgorithmsOut() {
        INTERNET_CERTIFICATE_INFO info = new INTERNET_CERTIFICATE_INFO();
        DwordRef length = new DwordRef(64);

        assertThat(query(client.get("/"), InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, info, length))
                .isZero();

        assertThat(length.value).isEqualTo(64);
        assertThat(info.lpszSubjectInfo).contains("localhost");
        assertThat(info.lpszProtocolName).isNull();
        assertThat(info.lpszSignatureAlgName).isNull();
        assertThat(info.lpszEncryptionAlgName).isNull();
    }

    @Test
    @Rule("R-OPTN-35")
    void certificateText_withoutRoom_tellsOne() {
        HINTERNET request = client.get("/");
        int option = InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE;
        TextBuffer text = new TextBuffer(2000);
        DwordRef length = new DwordRef(5);

        assertThat(query(request, option, text, length)).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(1);
        length.value = 2000;
        assertThat(query(request, option, text, length)).isZero();
        assertThat(text.toString()).contains("localhost").hasSize(length.value);
    }

    @Test
    @Rule({"R-TLS-25", "R-OPTN-35"})
    void certificateText_namesNoAlgorithms_andTheStrengthInWords() {
        TextBuffer text = new TextBuffer(2000);

        assertThat(query(
                        client.get("/"), InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE, text, new DwordRef(2000)))
                .isZero();

        String[] lines = text.toString().split("\r\n");
        List<String> last = List.of(lines).subList(lines.length - 4, lines.length);
        assertThat(last.subList(0, 3)).allSatisfy(line -> assertThat(line).endsWith("\t(null)"));
        assertThat(last.get(3)).matches("[^\t]*\tHigh \\((128|256) bits\\)");
    }

    @Test
    @Rule({"R-TLS-26", "R-OPTN-105"})
    void certificateChain_beforeAnySend_isTheWrongState() {
        assertThat(query(
                        client.openRequest("/"),
                        InternetOption.INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT,
                        new CERT_CHAIN_CONTEXT(),
                        new DwordRef(8)))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }

    @Test
    @Rule("R-OPTN-105")
    void certificateChain_beginsWithTheServers() {
        CERT_CHAIN_CONTEXT chain = new CERT_CHAIN_CONTEXT();

        assertThat(query(
                        client.get("/"),
                        InternetOption.INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT,
                        chain,
                        new DwordRef(8)))
                .isZero();

        assertThat(chain.certificates.get(0)).isEqualTo(TestCertificates.good().certificate());
    }

    @Test
    @Rule({"R-OPTN-31", "R-OPTN-98", "R-OPTN-36", "R-OPTN-67"})
    void securityOptions_tellOfTheConnection() {
        HINTERNET request = client.get("/");
        DwordRef flags = new DwordRef();
        DwordRef same = new DwordRef();
        assertThat(query(request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, flags, new DwordRef(4)))
                .isZero();
        assertThat(query(request, InternetOption.INTERNET_OPTION_CERT_ERROR_FLAGS, same, new DwordRef(4)))
                .isZero();
        assertThat(flags.value & SecurityFlag.SECURITY_FLAG_SECURE).isNotZero();
        assertThat(same.value).isEqualTo(flags.value);
        INTERNET_DIAGNOSTIC_SOCKET_INFO info = new INTERNET_DIAGNOSTIC_SOCKET_INFO();
        assertThat(query(request, InternetOption.INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, info, new DwordRef(24)))
                .isZero();
        assertThat(info.Flags).isEqualTo(2);
    }

    @Test
    @Rule("R-OPTN-176")
    void optInWeakSignature_isASecurityFlagOfLaterHandles() {
        assertThat(api.InternetSetOption(
                        client.connect(), InternetOption.INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE, new DwordRef(1), 4))
                .isTrue();
        DwordRef flags = new DwordRef();
        assertThat(query(
                        client.openRequest("/"), InternetOption.INTERNET_OPTION_SECURITY_FLAGS, flags, new DwordRef(4)))
                .isZero();
        assertThat(flags.value & SecurityFlag.SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE)
                .isNotZero();
    }

    @Test
    @Rule({"R-OPTN-84", "R-TLS-13"})
    void clientCertificate_isCopied_andShownToTheServer() throws SSLPeerUnverifiedException {
        TestCertificate certificate = TestCertificates.client();
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = List.of(certificate.certificate());
        context.privateKey = certificate.key();
        HINTERNET request = client.openRequest("/");
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, context, 40))
                .isTrue();
        context.certificates = List.of();
        context.privateKey = null;

        assertThat(client.send(request)).isZero();

        server.takeRequest();
        assertThat(server.tlsSessions().get(0).getPeerPrincipal().getName()).contains("CN=a client");
    }
}
