package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.type.HINTERNET;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads that are cut at twenty points, each time with the right error, and are whole in the end. */
@ContractTest
final class FtpCutContractTest {
    private static final int SIZE = 1_000_003;
    private static final int CUTS = 20;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final ScriptedFtpServer server;
    private int transfers;

    FtpCutContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
    }

    /** Where a transfer has to begin: what the last REST said. */
    private int start() {
        List<String> commands = server.commands();
        String before = commands.get(commands.size() - 2);
        return before.startsWith("REST ") ? Integer.parseInt(before.substring(5)) : 0;
    }

    private void sendPart(Socket data) throws IOException {
        int from = start();
        boolean last = transfers == CUTS;
        int to = last ? SIZE : from + (SIZE - from) / (CUTS + 1 - transfers);
        transfers++;
        data.getOutputStream().write(PatternedBytes.bytes(from, to - from));
    }

    @ParameterizedTest
    @CsvSource({"426 broken off, 12003", "'451 no more', 12003", "(close), 12111", "(reset), 12031"})
    @Rule({"R-FTP-25", "R-FTP-35", "R-FTP-43", "R-PROJ-FTP-8", "R-PROJ-FTP-9"})
    void download_thatIsCutAtTwentyPoints_isResumedAndWhole(String after, int error) {
        server.file("big", new byte[SIZE]).sends(data -> sendPart(data));
        for (int i = 0; i < CUTS; i++) {
            server.answerOnce(ScriptedFtpServer.AFTER_DATA, after);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        FtpClient client = new FtpClient(api, backEnd.statusLog(), false).to(server);
        for (int cut = 0; whole.size() < SIZE; cut++) {
            int from = whole.size();
            if (from > 0) {
                assertThat(client.done(() -> api.FtpCommand(client.connect(), false, 0, "REST " + from, 0, null)))
                        .isZero();
            }
            HINTERNET file = client.openToRead("big");
            whole.writeBytes(client.readAll(file));
            assertThat(client.error()).as("cut " + cut).isEqualTo(cut < CUTS ? error : 0);
            client.close(file);
            if (error != WinInetError.ERROR_INTERNET_EXTENDED_ERROR && cut < CUTS) {
                // The session ended with its control connection.
                client.close(client.connect());
                client.to(server);
            }
        }
        assertThat(whole.size()).isEqualTo(SIZE);
        PatternedBytes.assertAt(0, whole.toByteArray(), 0, SIZE);
        assertThat(transfers).isEqualTo(CUTS + 1);
    }
}
