package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.transfer.TransferNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A document that is read, or a menu as a page. */
final class GopherFileNode extends TransferNode {
    private final EngineServices engine;
    private final GopherConnectNode connect;
    private final boolean ownsConnect;
    private final @Nullable Answer answer;
    private final Transfer transfer;
    private final Cancellation cancellation = new Cancellation();

    private GopherFileNode(
            EngineServices engine,
            HandleKind kind,
            GopherConnectNode connect,
            boolean ownsConnect,
            @Nullable Answer answer,
            ReadBuffer input,
            int flags,
            long context) {
        super(kind, connect, flags, context);
        this.engine = engine;
        this.connect = connect;
        this.ownsConnect = ownsConnect;
        this.answer = answer;
        this.transfer = new GopherReading(input, new GopherStatuses(this, context));
    }

    /** A document; {@code owns} says that the connection is hidden and ends with it (R-HANDLE-3). */
    static GopherFileNode document(Request request, boolean owns, Answer answer, int flags, long context) {
        ReadBuffer input = new ReadBuffer(answer, ReadBuffer.DEFAULT_SIZE);
        return new GopherFileNode(
                request.engine(), HandleKind.GOPHER_FILE, request.connect(), owns, answer, input, flags, context);
    }

    /** A menu that a URL names. */
    static GopherFileNode page(Request request, byte[] page, int flags, long context) {
        ReadBuffer input = new ReadBuffer(new ByteArrayInputStream(page), ReadBuffer.DEFAULT_SIZE);
        return new GopherFileNode(
                request.engine(), HandleKind.GOPHER_FIND_HTML, request.connect(), true, null, input, flags, context);
    }

    /** Gets its number. */
    void open() throws IOException {
        engine.handles().open(this);
        if (answer != null) {
            answer.bind(cancellation);
        }
    }

    @Override
    public Transfer transfer() {
        return transfer;
    }

    @Override
    protected void cancel() {
        cancellation.cancel();
    }

    @Override
    protected void dispose() {
        if (answer != null) {
            answer.close();
        }
        if (ownsConnect) {
            engine.handles().closeQuietly(connect);
        }
    }
}
