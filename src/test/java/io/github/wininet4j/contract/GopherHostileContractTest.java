package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.LoopbackListener;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gopher servers that send too much, too little or nonsense, and handles that are closed meanwhile. */
@ContractTest
final class GopherHostileContractTest {
    private static final String LINE = "0x\tx\th\t70\r\n";

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private int port;

    GopherHostileContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.GOPHER));
    }

    private HINTERNET connect(LoopbackListener.Service service) {
        LoopbackListener listener = backEnd.closeAfterTest(LoopbackListener.start("gopher", service));
        port = listener.port();
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        return api.InternetConnect(session, "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 0);
    }

    private static void request(Socket socket) throws IOException {
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\n') {
            next = socket.getInputStream().read();
        }
    }

    private static void flood(Socket socket, String piece) throws IOException {
        request(socket);
        byte[] bytes = piece.repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
        OutputStream output = socket.getOutputStream();
        // The client closes it.
        while (!socket.isClosed()) {
            output.write(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"'0x\tx\th\t70\r\n', 12132", "'xxxxxxxxxx', 12132", "'\n', 12132", "'\0', 12132"})
    @Rule({"R-PROJ-GOPHER-2", "R-ERRN-12132"})
    void menu_withoutEnd_isGivenUp(String piece, int error) {
        HINTERNET connect = connect(socket -> flood(socket, piece));

        assertThat(api.GopherFindFirstFile(connect, null, null, new GOPHER_FIND_DATA(), 0, 0))
                .isNull();

        assertThat(api.GetLastError()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 18",
        "'.\r\n', 18",
        "'garbage\r\n', 18",
        "'1x\tx\t\t70\r\n', 18",
        "'1x\tx\th\t-1\r\n', 18",
        "'1x\tx\th\t99999999999\r\n', 18",
        "'1x\tx\u0001y\th\t70\r\n', 18",
        "'3gone\t\te\t1\r\n', 12003",
        "'3', 12003"
    })
    @Rule({"R-PROJ-GOPHER-2", "R-PROJ-GOPHER-3", "R-GOPHER-4"})
    void menu_withoutItems_isEmpty_orSaysWhatIsWrong(String answer, int error) {
        HINTERNET connect = connect(socket -> {
            request(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });

        assertThat(api.GopherFindFirstFile(connect, null, null, new GOPHER_FIND_DATA(), 0, 0))
                .isNull();

        assertThat(api.GetLastError()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 12130",
        "'\r\n', 12130",
        "'+\r\n', 12130",
        "'+x\r\n', 12130",
        "'+-3\r\n', 12130",
        "'+99999999999999999999\r\n', 12130",
        "'-1\r\n', 12003",
        "'--1\r\n1 no\r\n.\r\n', 12003"
    })
    @Rule({"R-ERRN-12130", "R-GOPHER-6"})
    void answerOfGopherPlus_withABadHead_isRefused(String answer, int error) {
        HINTERNET connect = connect(socket -> {
            request(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
        String plus = "0x\tx\t127.0.0.1\t" + port + "\t+";

        assertThat(api.GopherOpenFile(connect, plus, null, 0, 0)).isNull();

        assertThat(api.GetLastError()).isEqualTo(error);
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-ERRN-12002"})
    void serverThatSaysNothing_isGivenUpAfterTheTimeout() {
        HINTERNET connect = connect(socket -> {
            request(socket);
            request(socket);
        });
        assertThat(api.InternetSetOption(connect, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();

        assertThat(api.GopherFindFirstFile(connect, null, null, null, 0, 0)).isNull();

        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-HANDLE-11", "R-ERRN-12017"})
    void handleThatIsClosed_endsTheCallThatWaits() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HINTERNET connect = connect(socket -> {
            request(socket);
            asked.countDown();
            request(socket);
        });
        int[] error = new int[1];
        Thread caller = new Thread(() -> {
            api.GopherFindFirstFile(connect, null, null, null, 0, 0);
            error[0] = api.GetLastError();
        });
        caller.start();
        asked.await();

        assertThat(api.InternetCloseHandle(connect)).isTrue();

        caller.join();
        assertThat(error[0]).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }

    @Test
    @Rule({"R-HANDLE-11", "R-GOPHER-5"})
    void document_withoutEnd_isReadAsFarAsWanted() {
        HINTERNET connect = connect(socket -> flood(socket, LINE));
        HINTERNET file = api.GopherOpenFile(connect, "0x\tx\t127.0.0.1\t" + port, null, 0, 0);
        ByteBuffer buffer = ByteBuffer.allocate(100_000);
        DwordRef count = new DwordRef();

        assertThat(api.InternetReadFile(file, buffer, 100_000, count)).isTrue();
        assertThat(count.value).isEqualTo(100_000);
        assertThat(api.InternetCloseHandle(file)).isTrue();
        assertThat(api.InternetReadFile(file, buffer, 1, count)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }
}
