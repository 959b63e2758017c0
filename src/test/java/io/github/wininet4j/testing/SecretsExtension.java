package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For every test class: what the library logs, at every level and with the traces, has none of the secrets that the
 * tests have used. JUnit finds it by itself.
 */
public final class SecretsExtension implements BeforeAllCallback, AfterAllCallback {
    private static final Logger LOGGER = Logger.getLogger("io.github.wininet4j");
    private static final Recorder RECORDER = new Recorder();

    /** Creates the extension. */
    public SecretsExtension() {}

    /** Keeps what is logged until a class has ended: a secret may become known only after it has leaked. */
    private static final class Recorder extends Handler {
        private final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();

        Recorder() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            texts.add(text(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    static String text(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getMessage());
        if (entry.getParameters() != null) {
            text.append(' ').append(List.of(entry.getParameters()).toString());
        }
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Secrets.watch();
        if (!List.of(LOGGER.getHandlers()).contains(RECORDER)) {
            LOGGER.addHandler(RECORDER);
            LOGGER.setLevel(Level.ALL);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        check();
    }

    /** Fails if anything that was logged since the last time has a secret. */
    static void check() {
        Set<String> leaked = new TreeSet<>();
        for (String text = RECORDER.texts.poll(); text != null; text = RECORDER.texts.poll()) {
            leaked.addAll(Secrets.in(text));
        }
        assertThat(leaked).as("secrets in the log").isEmpty();
    }
}
