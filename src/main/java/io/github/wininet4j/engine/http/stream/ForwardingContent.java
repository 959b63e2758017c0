package io.github.wininet4j.engine.http.stream;

import java.io.IOException;

/** A body that leaves to the one that it is made of what it does not do itself. */
public abstract class ForwardingContent implements ContentStream {
    /** The body that it is made of. */
    protected final ContentStream content;

    /**
     * Wraps a body.
     *
     * @param content the body that this one is made of
     */
    protected ForwardingContent(ContentStream content) {
        this.content = content;
    }

    @Override
    public int buffered() throws IOException {
        return content.buffered();
    }

    @Override
    public int available() throws IOException {
        return content.available();
    }

    @Override
    public boolean readsSystem() {
        return content.readsSystem();
    }

    @Override
    public boolean isEnded() throws IOException {
        return content.isEnded();
    }

    @Override
    public void endDelivered() throws IOException {
        content.endDelivered();
    }

    @Override
    public boolean isWhole() {
        return content.isWhole();
    }

    @Override
    public long length() {
        return content.length();
    }
}
