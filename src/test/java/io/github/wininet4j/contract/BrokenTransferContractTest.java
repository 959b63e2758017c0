package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.LoopbackListener;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came before an FTP or Gopher transfer was broken off is delivered; the read after that tells why. */
@ContractTest
final class BrokenTransferContractTest {
    private static final int RESET = WinInetError.ERROR_INTERNET_CONNECTION_RESET;
    private static final int REFUSED = WinInetError.ERROR_INTERNET_EXTENDED_ERROR;

    /** How a transfer is read. */
    private enum Way {
        READ,
        READ_DIRECT,
        READ_EX,
        READ_EX_NO_WAIT
    }

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final ByteBuffer heap = ByteBuffer.allocate(8_192);
    private final ByteBuffer direct = ByteBuffer.allocateDirect(8_192);
    private int count;

    BrokenTransferContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.GOPHER));
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        server.file("a", "hello");
    }

    private static void sendAndReset(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads once; returns the error. */
    private int read(FtpClient client, HINTERNET file, Way way) {
        count = 0;
        if (way == Way.READ || way == Way.READ_DIRECT) {
            ByteBuffer target = way == Way.READ ? heap : direct;
            DwordRef read = new DwordRef();
            int error = client.done(() -> api.InternetReadFile(file, target, target.capacity(), read));
            count = read.value;
            return error;
        }
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        buffers.lpvBuffer = heap;
        buffers.dwBufferLength = heap.capacity();
        int flags = way == Way.READ_EX ? 0 : ApiFlag.IRF_NO_WAIT;
        int error = client.done(() -> api.InternetReadFileEx(file, buffers, flags, 0));
        count = buffers.dwBufferLength;
        return error;
    }

    private String text(Way way) {
        byte[] bytes = new byte[count];
        (way == Way.READ_DIRECT ? direct : heap).get(0, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void assertEveryReadFails(FtpClient client, HINTERNET file, int error) {
        for (Way way : Way.values()) {
            assertThat(read(client, file, way)).as(way.name()).isEqualTo(error);
        }
        assertThat(client.done(() -> api.InternetQueryDataAvailable(file, new DwordRef(), 0, 0)))
                .isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, false",
        "READ, true",
        "READ_DIRECT, false",
        "READ_DIRECT, true",
        "READ_EX, false",
        "READ_EX, true"
    })
    @Rule({"R-READ-7", "R-PROJ-FTP-16", "R-FTP-18"})
    void ftpFile_whoseConnectionIsReset_givesWhatCame_andTheNextReadTellsWhy(Way way, boolean async) {
        server.sends(data -> sendAndReset(data, "hello")).answer(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        FtpClient client = new FtpClient(api, log, async).to(server);
        HINTERNET file = client.openToRead("a");

        assertThat(read(client, file, way)).isZero();
        assertThat(text(way)).isEqualTo("hello");

        assertEveryReadFails(client, file, RESET);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, false",
        "READ, true",
        "READ_DIRECT, false",
        "READ_DIRECT, true",
        "READ_EX, false",
        "READ_EX, true"
    })
    @Rule({"R-READ-7", "R-PROJ-FTP-16", "R-FTP-6", "R-LASTRESP-1"})
    void ftpFile_thatTheServerBreaksOff_givesWhatCame_andTheNextReadHasItsWords(Way way, boolean async) {
        server.answer(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        FtpClient client = new FtpClient(api, log, async).to(server);
        HINTERNET file = client.openToRead("a");

        assertThat(read(client, file, way)).isZero();
        assertThat(text(way)).isEqualTo("hello");

        assertEveryReadFails(client, file, REFUSED);
        if (!async) {
            assertThat(client.lastResponse()).contains("426 broken off");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-READ-7", "R-READEX-6", "R-AVAIL-1"})
    void ftpFile_thatIsReadAsItComes_givesWhatCame_andThenTellsWhy(boolean async) {
        server.sends(data -> sendAndReset(data, "hello")).answer(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        FtpClient client = new FtpClient(api, log, async).to(server);
        HINTERNET file = client.openToRead("a");
        StringBuilder all = new StringBuilder();
        int error = 0;
        while (error == 0) {
            error = client.done(() -> api.InternetQueryDataAvailable(file, new DwordRef(), 0, 0));
            if (error == 0) {
                error = read(client, file, Way.READ_EX_NO_WAIT);
                all.append(error == 0 ? text(Way.READ_EX_NO_WAIT) : "");
            }
        }

        assertThat(all.toString()).isEqualTo("hello");
        assertThat(error).isEqualTo(RESET);
        assertEveryReadFails(client, file, RESET);
    }

    @Test
    @Rule({"R-HANDLE-11", "R-PROJ-CALL-1"})
    void readThatIsInterrupted_behindData_isCancelled() throws Exception {
        Gate sent = new Gate();
        server.sends(data -> {
            data.getOutputStream().write('h');
            sent.open();
            data.getInputStream().read();
        });
        FtpClient client = new FtpClient(api, log, false).to(server);
        HINTERNET file = client.openToRead("a");
        sent.await();
        log.clear();
        CompletableFuture<Integer> error = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            boolean done = api.InternetReadFile(file, heap, heap.capacity(), new DwordRef());
            error.complete(done ? 0 : api.GetLastError());
        });
        caller.start();
        log.await(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);

        caller.interrupt();

        assertThat(error.get(Waits.SECONDS, TimeUnit.SECONDS))
                .isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"false, reset", "true, reset", "false, reply", "true, reply"})
    @Rule({"R-READ-7", "R-PROJ-FTP-16", "R-URLOPEN-7"})
    void pageOfAFolder_whoseListingIsBrokenOff_givesWhatCame_andTheNextReadTellsWhy(boolean async, String how) {
        String lines = "-rw-r--r-- 1 me us 5 Mar 15  2021 a.txt\r\n-rw-r--r-- 1 me us 5 Mar 15  2021 b.txt\r\n";
        server.listing(lines.getBytes(StandardCharsets.ISO_8859_1))
                .answer(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        if (how.equals("reset")) {
            server.sends(data -> sendAndReset(data, lines));
        }
        FtpClient client = new FtpClient(api, log, async);
        HINTERNET page = client.opened(() -> api.InternetOpenUrl(
                client.session(), server.url(""), null, 0, InternetFlag.INTERNET_FLAG_PASSIVE, FtpClient.FILE_CONTEXT));

        assertThat(read(client, page, Way.READ)).isZero();
        assertThat(text(Way.READ)).contains("a.txt</a>", "b.txt</a>").doesNotContain("</html>");

        assertEveryReadFails(client, page, how.equals("reset") ? RESET : REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "'0x\tx\t127.0.0.1\t(port)\t+', '+9\r\n', close, 12132, false",
        "'0x\tx\t127.0.0.1\t(port)\t+', '+9\r\n', close, 12132, true",
        "'9x\tx\t127.0.0.1\t(port)', '', reset, 12031, false",
        "'9x\tx\t127.0.0.1\t(port)', '', reset, 12031, true",
        "'0x\tx\t127.0.0.1\t(port)', '', reset, 12031, false",
        "'0x\tx\t127.0.0.1\t(port)', '', reset, 12031, true",
        "'0x\tx\t127.0.0.1\t(port)', '', reset behind a dot, 12031, false"
    })
    @Rule({"R-READ-7", "R-PROJ-FTP-16", "R-GOPHER-5"})
    void gopherDocument_thatIsBrokenOff_givesWhatCame_andTheNextReadTellsWhy(
            String locator, String head, String end, int error, boolean async) {
        LoopbackListener listener = backEnd.closeAfterTest(LoopbackListener.start("gopher", socket -> {
            int next = socket.getInputStream().read();
            while (next >= 0 && next != '\n') {
                next = socket.getInputStream().read();
            }
            if (end.equals("close")) {
                socket.getOutputStream().write((head + "hello\r\n").getBytes(StandardCharsets.ISO_8859_1));
            } else {
                sendAndReset(socket, head + "hello\r\n" + (end.equals("reset") ? "" : "."));
            }
        }));
        FtpClient client = new FtpClient(api, log, async);
        int port = listener.port();
        HINTERNET connect = client.opened(() -> api.InternetConnect(
                client.session(), "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 1));
        HINTERNET file = client.opened(
                () -> api.GopherOpenFile(connect, locator.replace("(port)", String.valueOf(port)), null, 0, 2));
        assertThat(file).as("error %d", client.error()).isNotNull();

        assertThat(read(client, file, Way.READ)).isZero();
        assertThat(text(Way.READ)).isEqualTo("hello\r\n");

        assertEveryReadFails(client, file, error);
    }
}
