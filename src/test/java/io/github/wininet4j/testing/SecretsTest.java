package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A secret that is logged is found, whichever way it takes. */
final class SecretsTest {
    private static final Logger LIBRARY = Logger.getLogger("io.github.wininet4j.engine.test");

    private void assertFound(LogRecord entry) {
        LIBRARY.log(entry);

        assertThatThrownBy(SecretsExtension::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("secrets in the log");
        // Once found it is gone, for the next class.
        SecretsExtension.check();
    }

    @Test
    void check_findsSecretsInMessagesParametersAndTraces() {
        Secrets.use("open-sesame");
        LogRecord message = new LogRecord(Level.FINEST, "logs on with open-sesame");
        LogRecord parameter = new LogRecord(Level.FINE, "logs on with {0}");
        parameter.setParameters(new Object[] {"open-sesame"});
        LogRecord trace = new LogRecord(Level.FINER, "failed");
        trace.setThrown(new IllegalStateException("outer", new IllegalStateException("for open-sesame")));

        assertFound(message);
        assertFound(parameter);
        assertFound(trace);
        LIBRARY.log(Level.FINE, "nothing");
        SecretsExtension.check();
    }

    @Test
    void observe_takesPasswordsAndCookiesFromTheWire() {
        Secrets.observe("GET / HTTP/1.1\r\nCookie: a=first-cookie; b=other-cookie\r\n"
                + "Proxy-Authorization: Basic dXNlcjp3aXJlLXBhc3N3b3Jk\r\n\r\n");
        Secrets.observe("HTTP/1.1 200 OK\r\nset-cookie: c=third-cookie; path=/\r\n\r\n");

        assertThat(Secrets.in("first-cookie other-cookie third-cookie wire-password dXNlcjp3aXJlLXBhc3N3b3Jk"))
                .hasSize(5);
        assertThat(Secrets.in("a b user")).isEmpty();
    }
}
