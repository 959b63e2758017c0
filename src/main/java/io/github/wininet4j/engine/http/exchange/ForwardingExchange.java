package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A layer that leaves to the one below it what it does not do itself. */
public abstract class ForwardingExchange implements HttpExchange {
    /** Creates a layer. */
    protected ForwardingExchange() {}

    /** Returns the exchange below; another one for each leg, where there are several. */
    protected abstract HttpExchange below();

    @Override
    public boolean isReady() {
        return below().isReady();
    }

    @Override
    public void send() throws IOException {
        below().send();
    }

    @Override
    public void write(ByteBuffer data) throws IOException {
        below().write(data);
    }

    @Override
    public @Nullable Connection awaitResponse() {
        return below().awaitResponse();
    }

    @Override
    public void finish() {
        below().finish();
    }

    @Override
    public void abandon() {
        below().abandon();
    }
}
