package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ServerFault;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program sees of the faults that the test kit has. */
@ContractTest
final class ServerFaultContractTest extends HttpFixture {
    private static final int SOON = 300;

    ServerFaultContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** Sends and reads to the end; returns the first error, or 0. */
    private int outcome(Conversation client, ServerFault fault) {
        HINTERNET request = client.openRequest("/");
        if (fault.needsTimeout()) {
            assertThat(client.outcome(
                            api.InternetSetOption(
                                    request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, new DwordRef(SOON), 4),
                            request))
                    .isZero();
        }
        int error = client.send(request);
        int count = 1;
        while (error == 0 && count > 0) {
            count = client.read(request, ByteBuffer.allocate(100));
            error = Math.max(0, -count);
        }
        return error;
    }

    @ParameterizedTest
    @EnumSource
    @Rule({"R-READ-7", "R-ASYNC-6"})
    void fault_isSeenAsItsError(ServerFault fault) {
        server.handle("/", fault);

        assertThat(outcome(sync(), fault)).isEqualTo(fault.error());
        assertThat(outcome(async(), fault)).isEqualTo(fault.error());
    }

    @Test
    @Rule("R-READ-7")
    void shortBody_withTheSwitch_isConnectionReset() {
        server.onRequest(ServerFault.SHORT_BODY);
        Conversation client = Conversation.sync(
                backEnd.open(config -> config.withSwitches(CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR)),
                log,
                server);

        assertThat(outcome(client, ServerFault.SHORT_BODY)).isEqualTo(ServerFault.RESET_IN_BODY.error());
    }

    @Test
    void fault_forOneRequest_isOverWithIt() {
        server.onRequest(ServerFault.RESET).onRequest(HELLO);
        Conversation client = sync();

        assertThat(outcome(client, ServerFault.RESET)).isEqualTo(ServerFault.RESET.error());
        assertThat(outcome(client, ServerFault.RESET)).isZero();
    }
}
