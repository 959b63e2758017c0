package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.SessionApi;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.engine.transfer.FileLocks;
import io.github.wininet4j.engine.transfer.FindNode;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.transfer.TransferApi;
import io.github.wininet4j.engine.transfer.TransferNode;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Another protocol beside HTTP: its connection has a conversation of its own, and files and directories are its
 * children.
 */
final class ServiceTest {
    private final EngineServices state = Engine.newState(WinInetConfig.isolated());
    private final BackEnd engine = Engine.open(state);
    private final List<String> ended = new ArrayList<>();
    private final SessionApi sessions =
            new SessionApi(state, service -> service == ServiceType.INTERNET_SERVICE_FTP ? ControlledNode::new : null);
    private final TransferApi transfers = new TransferApi(state, Map.of(), new FileLocks());
    private final HINTERNET session = sessions.InternetOpen("agent", 1, null, null, 0);

    @AfterEach
    void close() {
        engine.close();
    }

    /** A connection that talks to its server as long as its handle is open. */
    private final class ControlledNode extends ConnectNode {
        ControlledNode(SessionNode session, String host, int port, Credentials credentials, int flags, long context) {
            super(session, HandleKind.CONNECT_FTP, host, port == 0 ? 21 : port, credentials, flags, context);
        }

        @Override
        protected void dispose() {
            ended.add("control connection");
        }
    }

    /** A file of that connection. */
    private final class FileNode extends TransferNode {
        private final ByteBuffer data = ByteBuffer.wrap("hello".getBytes(StandardCharsets.US_ASCII));

        FileNode(ConnectNode connect) {
            super(HandleKind.FTP_FILE, connect, 0, 0);
        }

        @Override
        public Transfer transfer() {
            return new Transfer() {
                @Override
                public void requireReadable() {}

                @Override
                public void readFully(ByteBuffer target) {
                    while (data.hasRemaining() && target.hasRemaining()) {
                        target.put(data.get());
                    }
                }
            };
        }

        @Override
        protected void dispose() {
            ended.add("file");
        }
    }

    /** A directory of two files. */
    private static final class DirectoryNode extends FindNode {
        private final List<String> names = new ArrayList<>(List.of("a", "b"));

        DirectoryNode(ConnectNode connect) {
            super(HandleKind.FTP_FIND, connect, 0, 0);
        }

        @Override
        public Operation next(LPVOID target) {
            return () -> {
                if (names.isEmpty()) {
                    throw new WinInetFailure(Win32Error.ERROR_NO_MORE_FILES);
                }
                ((TextBuffer) target).set(names.remove(0));
                return 1;
            };
        }
    }

    private HINTERNET connect() {
        return sessions.InternetConnect(
                session, "files.example", 0, "me", "secret", ServiceType.INTERNET_SERVICE_FTP, 0, 0);
    }

    private static void assertFails(int error, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WinInetFailure.class, e -> assertThat(e.code()).isEqualTo(error));
    }

    @Test
    void connectionOfAnotherService_isMadeByItsOpener() {
        ControlledNode connect = state.handles().find(connect(), ControlledNode.class);

        assertThat(connect.host()).isEqualTo("files.example");
        assertThat(connect.port()).isEqualTo(21);
        assertThat(connect.credentials()).isEqualTo(new Credentials("me", "secret", null, null));
        assertFails(
                Win32Error.ERROR_INVALID_PARAMETER,
                () -> sessions.InternetConnect(session, "h", 0, null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 0));
    }

    @Test
    void file_isReadByTheFunctionsOfAllProtocols_andRefusesWhatItIsNotFor() {
        HINTERNET connect = connect();
        HINTERNET file = state.handles()
                .open(new FileNode(state.handles().find(connect, ConnectNode.class)))
                .handle();
        ByteBuffer target = ByteBuffer.allocate(9);
        DwordRef count = new DwordRef();

        assertThat(transfers.InternetReadFile(file, target, 9, count)).isTrue();

        assertThat(count.value).isEqualTo(5);
        assertThat(target.get(4)).isEqualTo((byte) 'o');
        assertFails(
                WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE,
                () -> transfers.InternetWriteFile(file, target, 1, count));
        sessions.InternetCloseHandle(connect);
        assertThat(ended).containsExactly("file", "control connection");
    }

    @Test
    void directory_handsOutItsEntriesOneByOne() {
        HINTERNET connect = connect();
        HINTERNET directory = state.handles()
                .open(new DirectoryNode(state.handles().find(connect, ConnectNode.class)))
                .handle();
        TextBuffer name = new TextBuffer(10);

        assertThat(transfers.InternetFindNextFile(directory, name)).isTrue();
        assertThat(name).hasToString("a");
        assertThat(transfers.InternetFindNextFile(directory, name)).isTrue();
        assertThat(name).hasToString("b");
        assertFails(Win32Error.ERROR_NO_MORE_FILES, () -> transfers.InternetFindNextFile(directory, name));
        assertFails(
                WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE, () -> transfers.InternetFindNextFile(connect, name));
    }
}
