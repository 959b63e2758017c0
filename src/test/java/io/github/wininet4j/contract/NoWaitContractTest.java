package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * IRF_NO_WAIT while a policy forces the outcome of asynchronous calls: data is never lost, and reading comes to an end.
 */
@ContractTest
final class NoWaitContractTest extends HttpFixture {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n";

    private final INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
    private final ByteBuffer memory = ByteBuffer.allocate(20);

    NoWaitContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        Assumptions.assumeTrue(backEnd.supportsConfig(), "this back end leaves outcomes to nature");
        buffers.lpvBuffer = memory;
    }

    /** Forces the outcome of the reads, and of nothing else. */
    private BackEnd open(Outcome outcome) {
        CompletionPolicy policy = function -> function.equals("InternetReadFileEx") ? outcome : Outcome.NATURAL;
        return backEnd.open(config -> config.withCompletionPolicy(policy));
    }

    private boolean read(BackEnd api, HINTERNET request) {
        buffers.dwBufferLength = memory.capacity();
        return api.InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0);
    }

    @Test
    @Rule({"R-READEX-6", "R-READEX-8"})
    void noWait_forcedToEndAtOnce_waitsAndFillsTheBuffer() {
        BackEnd api = open(Outcome.AT_ONCE);
        server.onRequest(Script.script().send(HEAD).send("complete"));
        HINTERNET request = Conversation.async(api, log, server).get("/");

        int total = 0;
        do {
            assertThat(read(api, request)).isTrue();
            total += buffers.dwBufferLength;
        } while (buffers.dwBufferLength > 0);

        assertThat(total).isEqualTo(8);
        assertThat(memory.get(0)).isNotZero();
    }

    @Test
    @Rule({"R-READEX-6", "R-READEX-7"})
    void noWait_forcedToPend_pendsOnlyWhileNothingIsThere() {
        BackEnd api = open(Outcome.PENDING);
        Gate rest = new Gate();
        server.onRequest(Script.script().send(HEAD).hold(rest).send("complete"));
        HINTERNET request = Conversation.async(api, log, server).get("/");

        assertThat(read(api, request)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        rest.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        assertThat(memory.get(0)).isZero();

        assertThat(read(api, request)).isTrue();
        assertThat(buffers.dwBufferLength).isPositive();
        assertThat(memory.get(0)).isEqualTo((byte) 'c');
    }
}
