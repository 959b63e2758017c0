package io.github.wininet4j.trace;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the HTTP requests of a program as an HTTP archive (HAR 1.2), which browsers and proxies show: one entry for
 * each send, with the last answer where there were redirects. Headers with secrets are in it without their values, and
 * of bodies their lengths only. What is not known is -1, as the format says; the times within a request need a status
 * callback and a context.
 */
public final class HarLog implements TraceListener {
    private static final Set<String> SENDS = Set.of("HttpSendRequest", "HttpSendRequestEx");
    private static final Set<String> GO_ON =
            Set.of("HttpEndRequest", "InternetReadFile", "InternetReadFileEx", "InternetWriteFile");
    private static final Set<String> ANSWERED = Set.of("HttpSendRequest", "HttpEndRequest", "InternetOpenUrl");

    /** What an open handle is for. */
    private record Target(String verb, String url) {}

    /** A call that was made and has not ended. */
    private record Running(String function, List<@Nullable Object> arguments, HarEntry entry) {}

    private final ReentrantLock logLock = new ReentrantLock();
    private final Map<HINTERNET, Target> targets = new HashMap<>();
    private final Map<HINTERNET, HarEntry> current = new HashMap<>();
    private final Map<HINTERNET, Running> running = new HashMap<>();
    /** Of {@code InternetOpenUrl}, which has no request handle before it ends: by context, and by thread. */
    private final Map<Object, Running> opening = new HashMap<>();

    private final HandleTree tree = new HandleTree();
    /** Handles that were closed while a call on them ran, which is then about to end. */
    private final Set<HINTERNET> closing = new HashSet<>();

    private final List<HarEntry> entries = new ArrayList<>();
    private final @Nullable HarOutput output;

    /** Creates a log that is read by {@link #toJson()}. */
    public HarLog() {
        this.output = null;
    }

    /**
     * Creates a log that is written: each request once its handle is closed or sends another, the others when the back
     * end closes. The file is a whole archive at any time; what other logs of this process have written to it stays.
     *
     * @param file where it is written; a file of another process is replaced
     */
    public HarLog(Path file) {
        this.output = new HarOutput(file);
    }

    @Override
    public void calling(Instant start, Method function, List<@Nullable Object> arguments) {
        String name = function.getName();
        logLock.lock();
        try {
            if (name.equals("InternetOpenUrl")) {
                HarEntry entry = add(new HarEntry("GET", String.valueOf(arguments.get(1)), start));
                Running call = new Running(name, arguments, entry);
                opening.put(Thread.currentThread(), call);
                opening.put(arguments.get(5), call);
            } else if (SENDS.contains(name)) {
                begin(start, name, arguments);
            } else if (GO_ON.contains(name)) {
                goOn(name, arguments);
            } else if (name.equals("InternetCloseHandle")) {
                // Before the call: after it the number may be that of another handle.
                closed(handle(arguments));
            }
        } finally {
            logLock.unlock();
        }
        write();
    }

    private void closed(@Nullable HINTERNET handle) {
        if (handle == null) {
            return;
        }
        for (HINTERNET each : tree.closed(handle)) {
            targets.remove(each);
            if (running.containsKey(each)) {
                closing.add(each);
            } else {
                settled(current.remove(each));
            }
        }
    }

    /** Takes the end of what ran on a handle, which may have been closed meanwhile. */
    private void ran(HINTERNET handle) {
        running.remove(handle);
        if (closing.remove(handle)) {
            settled(current.remove(handle));
        }
    }

    /** Takes a new handle, whose number may be that of one that is gone. */
    private void handleMade(HINTERNET handle, @Nullable HINTERNET on) {
        closed(handle);
        ran(handle);
        if (on != null) {
            tree.opened(handle, on);
        }
    }

    /** Takes a request that nothing more will happen to. */
    private void settled(@Nullable HarEntry entry) {
        if (entry != null && output != null && entry.settle()) {
            output.add(entry.toJson());
        }
    }

    private void begin(Instant start, String name, List<@Nullable Object> arguments) {
        HINTERNET request = handle(arguments);
        Target target = request == null ? null : targets.get(request);
        if (request == null || target == null) {
            return;
        }
        HarEntry entry = add(new HarEntry(target.verb, target.url, start));
        settled(current.put(request, entry));
        running.put(request, new Running(name, arguments, entry));
    }

    private void goOn(String name, List<@Nullable Object> arguments) {
        HINTERNET request = handle(arguments);
        HarEntry entry = request == null ? null : current.get(request);
        if (request != null && entry != null) {
            running.put(request, new Running(name, arguments, entry));
        }
    }

    private HarEntry add(HarEntry entry) {
        entries.add(entry);
        return entry;
    }

    @Override
    public void called(TracedCall call, HttpFunctions http) {
        Instant end = call.start().plus(call.took());
        HINTERNET request = call.result() instanceof HINTERNET made ? made : handle(call.arguments());
        // Asked without the lock.
        boolean isAnswer = ANSWERED.contains(call.name()) && call.error() == 0;
        HarHeads heads = isAnswer && request != null ? HarHeads.of(request, http) : null;
        logLock.lock();
        try {
            switch (call.name()) {
                case "InternetConnect" -> connected(call);
                case "HttpOpenRequest" -> opened(call);
                case "InternetOpenUrl" -> openedUrl(call, heads, end);
                default -> {
                    if (request != null && !call.isPending() && (isSend(call) || GO_ON.contains(call.name()))) {
                        ended(running.get(request), call.error(), heads, end);
                        ran(request);
                    }
                }
            }
        } finally {
            logLock.unlock();
        }
        write();
    }

    private static boolean isSend(TracedCall call) {
        return SENDS.contains(call.name());
    }

    private void connected(TracedCall call) {
        if (call.result() instanceof HINTERNET connection) {
            handleMade(connection, handle(call.arguments()));
            targets.put(
                    connection,
                    new Target(
                            "", call.arguments().get(1) + ":" + call.arguments().get(2)));
        }
    }

    private void opened(TracedCall call) {
        HINTERNET connection = handle(call.arguments());
        Target server = connection == null ? null : targets.get(connection);
        if (server != null && call.result() instanceof HINTERNET request) {
            boolean secure = call.arguments().get(6) instanceof Integer flags
                    && (flags & InternetFlag.INTERNET_FLAG_SECURE) != 0;
            String verb = call.arguments().get(1) instanceof String given ? given : "GET";
            String path = call.arguments().get(2) instanceof String given ? given : "/";
            handleMade(request, connection);
            String root = (secure ? "https://" : "http://") + server.url;
            targets.put(request, new Target(verb, root + (path.startsWith("/") ? path : "/" + path)));
        }
    }

    private void openedUrl(TracedCall call, @Nullable HarHeads heads, Instant end) {
        Running made = opening.remove(Thread.currentThread());
        if (made == null || call.isPending()) {
            return;
        }
        opening.remove(call.arguments().get(5), made);
        ended(made, call.error(), heads, end);
        urlOpened(call.result() instanceof HINTERNET request ? request : null, made);
    }

    /** Takes what {@code InternetOpenUrl} has made, or that it failed. */
    private void urlOpened(@Nullable HINTERNET request, Running call) {
        if (request == null) {
            settled(call.entry);
            return;
        }
        handleMade(request, handle(call.arguments));
        current.put(request, call.entry);
    }

    @Override
    public void notified(TracedStatus status, HttpFunctions http) {
        boolean isEnd = status.status() == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE;
        INTERNET_ASYNC_RESULT result = status.information() instanceof INTERNET_ASYNC_RESULT ended ? ended : null;
        HINTERNET request = null;
        if (isEnd && result != null && result.dwResult != 0) {
            request = answering(status, result);
        }
        HarHeads heads = request == null ? null : HarHeads.of(request, http);
        logLock.lock();
        try {
            if (isEnd && result != null) {
                completed(status, result.dwResult == 0 ? result.dwError : 0, request, heads);
            } else {
                told(status);
            }
        } finally {
            logLock.unlock();
        }
        write();
    }

    private void completed(TracedStatus status, int error, @Nullable HINTERNET request, @Nullable HarHeads heads) {
        Running call = running.get(status.handle());
        if (call != null) {
            ended(call, error, heads, status.time());
            ran(status.handle());
            return;
        }
        call = opening.remove(status.context());
        ended(call, error, heads, status.time());
        if (call != null) {
            urlOpened(request, call);
        }
    }

    /** Returns the request if what has completed is an answer, whose heads are wanted. */
    private @Nullable HINTERNET answering(TracedStatus status, INTERNET_ASYNC_RESULT result) {
        logLock.lock();
        try {
            Running call = running.get(status.handle());
            if (call != null) {
                return ANSWERED.contains(call.function) ? status.handle() : null;
            }
            return opening.containsKey(status.context()) ? new HINTERNET(result.dwResult) : null;
        } finally {
            logLock.unlock();
        }
    }

    private void told(TracedStatus status) {
        HarEntry entry = current.get(status.handle());
        Running call = opening.get(status.context());
        if (entry != null) {
            entry.status(status);
        } else if (call != null) {
            call.entry.status(status);
        }
    }

    private static void ended(@Nullable Running call, int error, @Nullable HarHeads heads, Instant end) {
        if (call == null) {
            return;
        }
        if (error != 0) {
            call.entry.failed(error, end);
            return;
        }
        List<@Nullable Object> arguments = call.arguments;
        if (heads != null) {
            call.entry.answered(heads, end);
        }
        switch (call.function) {
            case "HttpSendRequest" -> call.entry.sent(arguments.get(4) instanceof Integer length ? length : 0);
            case "InternetWriteFile" -> call.entry.sent(count(arguments.get(3)));
            case "InternetReadFile" -> call.entry.received(count(arguments.get(3)), end);
            case "InternetReadFileEx" ->
                call.entry.received(
                        arguments.get(1) instanceof INTERNET_BUFFERS buffers ? buffers.dwBufferLength : 0, end);
            default -> {
                // nothing was moved
            }
        }
    }

    private static long count(@Nullable Object reference) {
        return reference instanceof DwordRef count ? Integer.toUnsignedLong(count.value) : 0;
    }

    private static @Nullable HINTERNET handle(List<@Nullable Object> arguments) {
        return !arguments.isEmpty() && arguments.get(0) instanceof HINTERNET handle ? handle : null;
    }

    /** {@return the archive so far} */
    public String toJson() {
        return toJson(entries());
    }

    private List<Map<String, Object>> entries() {
        logLock.lock();
        try {
            return entries.stream().map(HarEntry::toJson).toList();
        } finally {
            logLock.unlock();
        }
    }

    static String toJson(List<Map<String, Object>> entries) {
        Map<String, Object> creator = new LinkedHashMap<>();
        String version = HarLog.class.getPackage().getImplementationVersion();
        creator.put("name", "wininet4j");
        creator.put("version", version == null ? "0" : version);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("version", "1.2");
        log.put("creator", creator);
        log.put("entries", entries);
        return JsonText.of(Map.of("log", log));
    }

    /**
     * Writes the archive so far.
     *
     * @param target the file, which is replaced
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path target) throws IOException {
        Files.writeString(target, toJson(), StandardCharsets.UTF_8);
    }

    /**
     * Begins the file, if no other log of the process has.
     *
     * @throws IOException if it cannot be written
     */
    void begin() throws IOException {
        if (output != null) {
            output.begin();
        }
    }

    @Override
    public void opened(Supplier<@Nullable EngineCounters> counters) {
        try {
            begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void closed() {
        logLock.lock();
        try {
            entries.forEach(this::settled);
        } finally {
            logLock.unlock();
        }
        if (output != null) {
            output.finish();
        }
    }

    /** Without the lock. */
    private void write() {
        if (output != null) {
            output.write();
        }
    }
}
