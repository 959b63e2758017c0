package io.github.wininet4j.endurance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.endurance.fault.Fault.Method;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sample of {@link FaultMatrix}: every fault, plain and over TLS, with one way of sending each. */
final class FaultMatrixTest {
    private static FaultMatrix matrix;

    @BeforeAll
    static void open() {
        matrix = new FaultMatrix();
    }

    @AfterAll
    static void close() {
        matrix.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Rule({"R-SEND-11", "R-HANDLE-12", "R-PROJ-HTTP-1", "R-PROJ-HTTP-2"})
    void request_thatMeetsAFault_endsOnceWithAnErrorOfItsKind(Fault fault) throws IOException {
        for (Method method : new Method[] {Method.GET, Method.STREAMED}) {
            for (boolean secure : new boolean[] {false, true}) {
                if (fault.appliesTo(secure, method)) {
                    matrix.run(fault, secure, method, secure == (method == Method.GET));
                }
            }
        }

        assertThat(matrix.violations()).noneMatch(text -> text.startsWith(fault + " "));
    }
}
