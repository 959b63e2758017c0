package io.github.wininet4j.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Exceptions and the errors they become. */
final class ErrorMapTest {
    @Test
    @Rule({"R-ASYNC-46", "R-ERRN-12047", "R-ERRN-12030", "R-ERRN-12031"})
    void code_ofAnException_isItsError() {
        assertThat(ErrorMap.code(new UnknownHostException())).isEqualTo(12007);
        assertThat(ErrorMap.code(new SocketTimeoutException())).isEqualTo(12002);
        assertThat(ErrorMap.code(new ConnectException())).isEqualTo(12029);
        assertThat(ErrorMap.code(new SocketException())).isEqualTo(12031);
        assertThat(ErrorMap.code(new IOException())).isEqualTo(12030);
        assertThat(ErrorMap.code(new RejectedExecutionException())).isEqualTo(12047);
    }
}
