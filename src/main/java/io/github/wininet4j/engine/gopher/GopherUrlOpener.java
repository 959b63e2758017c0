package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.proxy.ProxyTarget;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.engine.transfer.HttpGateway;
import io.github.wininet4j.engine.transfer.UrlOpener;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** InternetOpenUrl for gopher: a document, or a menu as a page or as items, under a connection of its own. */
public final class GopherUrlOpener implements UrlOpener {
    private final EngineServices engine;
    private final UrlOpener byProxy;

    /**
     * Creates the opener.
     *
     * @param engine what it works on
     * @param byProxy opens the URLs that an HTTP proxy gets
     */
    public GopherUrlOpener(EngineServices engine, UrlOpener byProxy) {
        this.engine = engine;
        this.byProxy = byProxy;
    }

    @Override
    public @Nullable HINTERNET open(
            SessionNode session, String text, @Nullable String headers, int flags, long context) {
        GopherUrl url = GopherUrl.of(text);
        Locator item = url.item();
        if (HttpGateway.serves(engine, session, new ProxyTarget("gopher", item.host(), item.port(), text))) {
            return byProxy.open(session, text, headers, flags, context);
        }
        Credentials nobody = new Credentials(null, null, null, null);
        GopherConnectNode connect = new GopherConnectNode(session, item.host(), item.port(), nobody, flags, 0);
        engine.handles().open(connect);
        OpenOperation operation = new OpenOperation(
                engine, connect, context, new Request(engine, connect, context, it -> fetch(it, url, flags, context)));
        long result = engine.calls().run(connect, "InternetOpenUrl", flags, operation);
        return result == 0 ? null : new HINTERNET(result);
    }

    /** The hidden connection ends with what was opened. */
    private record OpenOperation(EngineServices engine, GopherConnectNode connect, long context, Operation request)
            implements Operation {
        @Override
        public long context(HandleNode node) {
            return context;
        }

        @Override
        public long perform() throws IOException {
            return request.perform();
        }

        @Override
        public void failed() {
            engine.handles().closeQuietly(connect);
        }
    }

    private static long fetch(Request request, GopherUrl url, int flags, long context) throws IOException {
        GopherConnectNode connect = request.connect();
        HandleNode opened;
        if (!url.isMenu()) {
            Answer answer = request.ask(url.item(), "", false, Documents.isText(url.item()));
            opened = Documents.open(GopherFileNode.document(request, true, answer, flags, context), answer);
        } else {
            List<MenuItem> items = Menu.fetch(request, url.item(), url.search());
            if ((flags & InternetFlag.INTERNET_FLAG_RAW_DATA) != 0) {
                opened = new GopherFindNode(request.engine(), connect, true, items.iterator(), flags, context);
                request.engine().handles().open(opened);
            } else {
                opened = Documents.open(GopherFileNode.page(request, MenuPage.of(url, items), flags, context), null);
            }
        }
        StatusNotifier.handleCreated(opened, connect.session());
        return opened.handle().value();
    }
}
