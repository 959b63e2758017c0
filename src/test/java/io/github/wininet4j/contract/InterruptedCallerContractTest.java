package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LockRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that need not wait, of a thread that was interrupted before. */
@ContractTest
final class InterruptedCallerContractTest extends CacheFixture {
    private static final int LENGTH = 5;

    InterruptedCallerContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** Makes a call on an interrupted thread, which must stay so; returns its error, 0 for success. */
    private int interrupted(BooleanSupplier call) {
        boolean kept;
        int error;
        Thread.currentThread().interrupt();
        try {
            error = call.getAsBoolean() ? 0 : api.GetLastError();
        } finally {
            kept = Thread.interrupted();
        }
        assertThat(kept).isTrue();
        return error;
    }

    private static String text(ByteBuffer target) {
        return new String(target.array(), StandardCharsets.US_ASCII);
    }

    @Test
    @Rule({"R-PROJ-CALL-1", "R-ASYNC-6"})
    void asynchronousRead_ofWhatHasArrived_isDone() {
        Gate body = new Gate();
        Gate sent = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                .hold(body)
                .send("hello")
                .signal(sent));
        HINTERNET request = Conversation.async(api, log, server).get("/a");
        body.open();
        sent.await();
        log.clear();
        ByteBuffer target = ByteBuffer.allocate(LENGTH);
        DwordRef count = new DwordRef();

        int error = interrupted(() -> api.InternetReadFile(request, target, LENGTH, count));

        if (error == Win32Error.ERROR_IO_PENDING) {
            error = log.awaitComplete(request).dwError;
        }
        assertThat(error).isZero();
        assertThat(count.value).isEqualTo(LENGTH);
        assertThat(text(target)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-PROJ-CALL-1", "R-PROJ-CACHE-24", "R-ASYNC-17"})
    void cachedResponse_isFoundAndRead(boolean async) {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = async ? Conversation.async(api, log, server) : sync();
        assertThat(client.readText(client.get("/a"))).isEqualTo("hello");
        HINTERNET request = client.openRequest("/a");
        ByteBuffer target = ByteBuffer.allocate(LENGTH);

        assertThat(interrupted(() -> api.HttpSendRequest(request, null, 0, null, 0)))
                .isZero();
        assertThat(interrupted(() -> api.InternetReadFile(request, target, LENGTH, new DwordRef())))
                .isZero();

        assertThat(text(target)).isEqualTo("hello");
        assertThat(client.readText(request)).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROJ-CALL-1", "R-PROJ-CACHE-24", "R-SEEK-14"})
    void seekingBack_inWhatIsKept_asksNobody() {
        server.handle("/a", response(FRESH, "hello, world"));
        Conversation client = sync();
        HINTERNET request = client.get("/a");
        ByteBuffer target = ByteBuffer.allocate(LENGTH);
        assertThat(client.read(request, target)).isEqualTo(LENGTH);
        assertThat(api.InternetSetFilePointer(request, 0, null, 0, 0)).isZero();
        target.clear().put(new byte[LENGTH]).clear();

        assertThat(interrupted(() -> api.InternetReadFile(request, target, LENGTH, new DwordRef())))
                .isZero();

        assertThat(text(target)).isEqualTo("hello");
        assertThat(client.readText(request)).isEqualTo(", world");
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, InternetFlag.INTERNET_FLAG_NEED_FILE})
    @Rule({"R-PROJ-CALL-1", "R-LOCK-1", "R-OPTN-33"})
    void read_intoAFileThatSomebodyKnows_isDone(int flag) {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        HINTERNET request = client.openRequest("GET", "/a", InternetFlag.INTERNET_FLAG_RELOAD | flag);
        assertThat(client.send(request)).isZero();
        assertThat(api.InternetLockRequestFile(request, new LockRef())).isTrue();
        ByteBuffer target = ByteBuffer.allocate(LENGTH);

        assertThat(interrupted(() -> api.InternetReadFile(request, target, LENGTH, new DwordRef())))
                .isZero();

        assertThat(text(target)).isEqualTo("hello");
        assertThat(client.readText(request)).isEmpty();
    }
}
