package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
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
    void password_givenToABackEnd_isASecret() {
        BackEndUnderTest backEnd = new BackEndUnderTest("engine", true, config -> WinInets.named("engine", config));
        BackEnd api = backEnd.open();
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        HINTERNET connect =
                api.InternetConnect(session, "h", 80, "bob", "pw-of-connect", ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        for (int option :
                new int[] {InternetOption.INTERNET_OPTION_PASSWORD, InternetOption.INTERNET_OPTION_PROXY_PASSWORD}) {
            String password = "pw-of-option-" + option;
            assertThat(api.InternetSetOption(connect, option, new TextBuffer(password), password.length()))
                    .isTrue();
        }
        assertThat(api.InternetOpenUrl(session, "gopher-no://bob:pw-of-url@h/", null, 0, 0, 0))
                .isNull();
        backEnd.endTest();

        assertThat(Secrets.in("pw-of-connect pw-of-option-29 pw-of-option-44 pw-of-url"))
                .hasSize(4);
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
