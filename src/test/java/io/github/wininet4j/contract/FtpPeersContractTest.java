package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.FtpPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same day with each FTP server. */
@ContractTest
final class FtpPeersContractTest {
    private static final int SIZE = 700_001;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;

    FtpPeersContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
    }

    private FtpPeer start(FtpPeer.Kind kind) {
        return backEnd.closeAfterTest(FtpPeer.start(kind));
    }

    private FtpClient client(FtpPeer peer, int flags) {
        FtpClient client = new FtpClient(api, backEnd.statusLog(), false);
        assertThat(client.connect("127.0.0.1", peer.port(), peer.user(), peer.password(), flags))
                .isZero();
        return client;
    }

    @ParameterizedTest
    @EnumSource(FtpPeer.Kind.class)
    @Rule({"R-FTP-2", "R-FTP-13", "R-FTP-17", "R-FTP-25", "R-FTP-30", "R-FTP-32"})
    void files_comeAndGo_inBothModes_andAreResumed(FtpPeer.Kind kind) throws Exception {
        FtpPeer peer = start(kind);
        peer.write("big", SIZE);
        byte[] content = PatternedBytes.bytes(0, SIZE);
        for (int flags : new int[] {InternetFlag.INTERNET_FLAG_PASSIVE, 0}) {
            FtpClient client = client(peer, flags);
            HINTERNET connect = client.connect();
            // Before any transfer, and below after a listing, which is of type ASCII.
            assertThat(client.done(() -> api.FtpCommand(connect, false, 0, "REST 0", 0, null)))
                    .isZero();
            HINTERNET file = client.openToRead("big");
            assertThat(api.FtpGetFileSize(file, null)).isEqualTo(SIZE);
            assertThat(client.readAll(file)).isEqualTo(content);
            client.close(file);
            assertThat(client.names("b*")).containsExactly("big");
            assertThat(client.done(() -> api.FtpCommand(connect, false, 0, "REST 600000", 0, null)))
                    .isZero();
            HINTERNET rest = client.openToRead("big");
            assertThat(client.readAll(rest)).isEqualTo(PatternedBytes.bytes(600_000, SIZE - 600_000));
            client.close(rest);
            Path local = PatternedBytes.write(backEnd.temporaryFolder().resolve("local"), SIZE);
            String name = "up/copy" + flags;
            assertThat(client.done(() -> api.FtpPutFile(connect, local.toString(), name, 2, 0)))
                    .isZero();
            assertThat(Files.mismatch(local, peer.root().resolve(name))).isEqualTo(-1);
            assertThat(client.done(() -> api.FtpDeleteFile(connect, name))).isZero();
            assertThat(client.openToRead(name)).isNull();
            assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }
    }

    @ParameterizedTest
    @EnumSource(FtpPeer.Kind.class)
    @Rule({"R-FTP-9", "R-FTP-44", "R-PROJ-FTP-2", "R-NEXT-1"})
    void names_withSpacesAndOutsideAscii_areListedAndOpened(FtpPeer.Kind kind) throws Exception {
        FtpPeer peer = start(kind);
        for (String name : new String[] {"a b.txt", "gr\u00fc\u00df \u4f60.txt", "c.bin"}) {
            peer.write("names/" + name, 10);
        }
        FtpClient client = client(peer, InternetFlag.INTERNET_FLAG_PASSIVE);
        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "names")))
                .isZero();

        assertThat(client.names("*.txt")).containsExactlyInAnyOrder("a b.txt", "gr\u00fc\u00df \u4f60.txt");

        assertThat(client.list(null))
                .extracting((WIN32_FIND_DATA entry) -> entry.nFileSizeLow)
                .containsOnly(10);
        HINTERNET file = client.openToRead("gr\u00fc\u00df \u4f60.txt");
        ByteBuffer ten = ByteBuffer.allocate(20);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(file, ten, 20, count)).isTrue();
        assertThat(count.value).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = FtpPeer.Kind.class,
            names = {"PROFTPD", "PURE_FTPD"})
    @Rule({"R-FTP-36", "R-FTP-42"})
    void wrongPassword_isRefusedAtTheLogin(FtpPeer.Kind kind) {
        FtpPeer peer = start(kind);
        FtpClient client = new FtpClient(api, backEnd.statusLog(), false);

        assertThat(client.connect("127.0.0.1", peer.port(), peer.user(), "wrong", 0))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_PASSWORD);

        assertThat(client.lastResponse()).contains("530 ");
    }
}
