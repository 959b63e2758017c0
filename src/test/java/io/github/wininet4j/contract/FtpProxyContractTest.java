package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.DeafServer;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.peers.DanteProxy;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** FTP functions in sessions with proxies. */
@ContractTest
final class FtpProxyContractTest {
    private static final byte[] CONTENT = PatternedBytes.bytes(0, 300_000);

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final ScriptedFtpServer server;

    FtpProxyContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        server.file("f", CONTENT);
    }

    private HINTERNET connect(String proxies, String host, int port) {
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxies, "<-loopback>", 0);
        return api.InternetConnect(session, host, port, "me", "secret", ServiceType.INTERNET_SERVICE_FTP, 0, 0);
    }

    private void copy(HINTERNET connect) throws IOException {
        assertThat(connect).as("error " + api.GetLastError()).isNotNull();
        Path local = backEnd.temporaryFolder().resolve("f");
        assertThat(api.FtpGetFile(connect, "f", local.toString(), false, 0, 2, 0))
                .as("error " + api.GetLastError())
                .isTrue();
        assertThat(Files.readAllBytes(local)).isEqualTo(CONTENT);
        assertThat(api.FtpPutFile(connect, local.toString(), "g", 2, 0)).isTrue();
        assertThat(server.file("g")).isEqualTo(CONTENT);
    }

    @Test
    @Rule({"R-PROXY-8", "R-PROJ-FTP-12"})
    void internetConnect_throughSocks_makesAllConnectionsThere() throws IOException {
        DanteProxy dante = backEnd.closeAfterTest(DanteProxy.start());

        copy(connect(dante.proxy(), "localhost", server.port()));

        assertThat(dante.logs()).contains("127.0.0.1." + server.port());
        // Nobody could connect to this side through the proxy.
        assertThat(server.count("PASV")).isEqualTo(2);
        assertThat(server.count("PORT")).isZero();
    }

    @Test
    @Rule({"R-PROXY-8", "R-PROJ-FTP-12", "R-ERRN-12029"})
    void internetConnect_throughSocksThatRefuses_fails() throws IOException {
        ScriptedFtpServer noSocks = backEnd.closeAfterTest(ScriptedFtpServer.start());
        assertThat(connect("socks=127.0.0.1:" + noSocks.port(), "127.0.0.1", server.port()))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    @Rule({"R-PROJ-FTP-12", "R-FTP-37"})
    void internetConnect_throughAGateway_logsOnForTheServer() throws IOException {
        copy(connect("ftp=ftp://127.0.0.1:" + server.port(), "far.test", 2121));

        assertThat(server.commands()).contains("USER me@far.test:2121", "PASS secret");
    }

    @Test
    @Rule({"R-FTP-1", "R-PROJ-FTP-12"})
    void internetConnect_withAnHttpProxy_goesStraight() throws IOException {
        try (DeafServer proxy = DeafServer.start()) {
            copy(connect("127.0.0.1:" + proxy.port(), "127.0.0.1", server.port()));
        }
    }

    @Test
    @Rule({"R-OPTN-12", "R-OPTN-13", "R-PROJ-FTP-13"})
    void bufferSizes_ofAnySize_moveTheSameBytes() throws IOException {
        HINTERNET connect = connect("127.0.0.1:1", "127.0.0.1", server.port());
        for (int size : new int[] {0, 1, 100_000, 1 << 20, -1}) {
            assertThat(api.InternetSetOption(
                            connect, InternetOption.INTERNET_OPTION_READ_BUFFER_SIZE, new DwordRef(size), 4))
                    .isTrue();
            assertThat(api.InternetSetOption(
                            connect, InternetOption.INTERNET_OPTION_WRITE_BUFFER_SIZE, new DwordRef(size), 4))
                    .isTrue();
            copy(connect);
        }
    }
}
