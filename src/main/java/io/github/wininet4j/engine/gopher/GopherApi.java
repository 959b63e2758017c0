package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.ErrorMap;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.transfer.CallerBuffers;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.function.GopherFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The Gopher functions where they are switched on. */
public final class GopherApi implements GopherFunctions {
    private static final int MAX_PORT = 65_535;

    private final EngineServices engine;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     */
    public GopherApi(EngineServices engine) {
        this.engine = engine;
    }

    @Override
    public boolean GopherCreateLocator(
            @Nullable String lpszHost,
            int nServerPort,
            @Nullable String lpszDisplayString,
            @Nullable String lpszSelectorString,
            int dwGopherType,
            @Nullable TextBuffer lpszLocator,
            @Nullable DwordRef lpdwBufferLength) {
        if (lpszHost == null || lpdwBufferLength == null || nServerPort < 0 || nServerPort > MAX_PORT) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String text = Locator.of(lpszHost, nServerPort, lpszDisplayString, lpszSelectorString, dwGopherType)
                .text();
        int room = lpdwBufferLength.value;
        int needed = text.length() + 1;
        if (lpszLocator == null) {
            lpdwBufferLength.value = needed;
            return true;
        }
        if (Integer.compareUnsigned(room, needed) < 0) {
            lpdwBufferLength.value = needed;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (!lpszLocator.holds(needed)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        lpszLocator.set(text);
        lpdwBufferLength.value = text.length();
        return true;
    }

    @Override
    public boolean GopherGetLocatorType(@Nullable String lpszLocator, @Nullable DwordRef lpdwGopherType) {
        if (lpdwGopherType == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        lpdwGopherType.value = Locator.parse(lpszLocator).type();
        return true;
    }

    private GopherConnectNode connection(@Nullable HINTERNET handle) {
        return engine.handles().find(handle, GopherConnectNode.class);
    }

    private void requireOnline() {
        if (engine.options().servers().isOffline()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_NO_DIRECT_ACCESS);
        }
    }

    private long run(GopherConnectNode connect, String function, int flags, long context, Request.Work work) {
        requireOnline();
        return engine.calls().run(connect, function, flags, new Request(engine, connect, context, work));
    }

    /** Reads a locator whose host is about to be connected to. */
    private static Locator item(@Nullable String text) {
        Locator item = Locator.parse(text);
        String host = HostText.forConnection(HostText.withoutBrackets(item.host()));
        return new Locator(item.type(), item.display(), item.selector(), host, item.port());
    }

    @Override
    public @Nullable HINTERNET GopherFindFirstFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Nullable String lpszSearchString,
            @Nullable GOPHER_FIND_DATA lpFindData,
            int dwFlags,
            long dwContext) {
        GopherConnectNode connect = connection(hConnect);
        Locator menu = lpszLocator == null || lpszLocator.isEmpty() ? connect.root() : item(lpszLocator);
        Menu.require(menu);
        if (lpszSearchString != null && !Locator.isPart(lpszSearchString)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        long result = run(connect, "GopherFindFirstFile", dwFlags, dwContext, request -> {
            Iterator<MenuItem> items =
                    Menu.fetch(request, menu, lpszSearchString).iterator();
            if (!items.hasNext()) {
                throw new WinInetFailure(Win32Error.ERROR_NO_MORE_FILES);
            }
            if (lpFindData != null) {
                items.next().fill(lpFindData);
            }
            GopherFindNode node = new GopherFindNode(engine, connect, false, items, dwFlags, dwContext);
            engine.handles().open(node);
            StatusNotifier.handleCreated(node, connect);
            return node.handle().value();
        });
        return result == 0 ? null : new HINTERNET(result);
    }

    @Override
    public @Nullable HINTERNET GopherOpenFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Nullable String lpszView,
            int dwFlags,
            long dwContext) {
        GopherConnectNode connect = connection(hConnect);
        Locator document = item(lpszLocator);
        Documents.require(document, lpszView);
        if (lpszView != null && !Locator.isPart(lpszView)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        long result = run(connect, "GopherOpenFile", dwFlags, dwContext, request -> {
            Answer answer = Documents.ask(request, document, lpszView);
            GopherFileNode node =
                    Documents.open(GopherFileNode.document(request, false, answer, dwFlags, dwContext), answer);
            StatusNotifier.handleCreated(node, connect);
            return node.handle().value();
        });
        return result == 0 ? null : new HINTERNET(result);
    }

    @Override
    public boolean GopherGetAttribute(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Nullable String lpszAttributeName,
            @Nullable ByteBuffer lpBuffer,
            int dwBufferLength,
            @Nullable DwordRef lpdwCharactersReturned,
            @Nullable GopherAttributeEnumerator lpfnEnumerator,
            long dwContext) {
        GopherConnectNode connect = connection(hConnect);
        Locator item = item(lpszLocator);
        boolean small = dwBufferLength >= 0 && dwBufferLength < GopherType.MIN_GOPHER_ATTRIBUTE_LENGTH;
        if (lpdwCharactersReturned == null || (lpfnEnumerator == null && (lpBuffer == null || small))) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        if (!item.isPlus()) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_NOT_GOPHER_PLUS);
        }
        Set<String> names = names(lpszAttributeName);
        ByteBuffer target = lpfnEnumerator == null ? CallerBuffers.window(lpBuffer, dwBufferLength) : null;
        lpdwCharactersReturned.value = 0;
        requireOnline();
        List<AttributeBlock> blocks =
                engine.calls().runExclusively(connect, () -> fetch(connect, dwContext, item, names));
        if (target != null) {
            fill(target, blocks, lpdwCharactersReturned);
        } else if (lpfnEnumerator != null) {
            Attributes.enumerate(blocks, lpfnEnumerator);
        }
        return true;
    }

    /** Asks on the caller's thread: this function never pends. */
    private List<AttributeBlock> fetch(GopherConnectNode connect, long context, Locator item, Set<String> names) {
        List<AttributeBlock> blocks = new ArrayList<>();
        try {
            new Request(engine, connect, context, request -> {
                        blocks.addAll(blocks(request, item, names));
                        return 1;
                    })
                    .perform();
        } catch (IOException e) {
            throw new WinInetFailure(ErrorMap.code(e), e);
        }
        return blocks;
    }

    private static Set<String> names(@Nullable String text) {
        Set<String> names = new TreeSet<>();
        if (text != null) {
            if (!Locator.isPart(text)) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
            Arrays.stream(text.toUpperCase(Locale.ROOT).split(" +", -1))
                    .map(name -> name.startsWith("+") ? name.substring(1) : name)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    private static List<AttributeBlock> blocks(Request request, Locator item, Set<String> names) throws IOException {
        try (Answer answer = request.ask(item, "\t!", true, true)) {
            List<AttributeBlock> blocks = Menu.blocks(answer).stream()
                    .filter(block -> names.isEmpty() || names.contains(block.name()))
                    .toList();
            if (blocks.isEmpty()) {
                throw new WinInetFailure(WinInetError.ERROR_GOPHER_ATTRIBUTE_NOT_FOUND);
            }
            return blocks;
        }
    }

    /** In memory the text is that of the wide functions, without a NUL (R-PROJ-GOPHER-4). */
    private static void fill(ByteBuffer target, List<AttributeBlock> blocks, DwordRef characters) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> text.append(block.text()));
        characters.value = text.length();
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_16LE);
        if (bytes.length > target.remaining()) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        target.put(bytes);
    }
}
