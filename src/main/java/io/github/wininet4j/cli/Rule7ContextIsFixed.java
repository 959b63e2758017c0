package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;

/** Rule 7: the context given when a handle is created stays, whatever later calls are given. */
final class Rule7ContextIsFixed {
    private static final long CONTEXT = 1007;
    private static final long OTHER = 2007;

    private Rule7ContextIsFixed() {}

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        // Every call pends, so that each has a callback that shows its context.
        try (RuleTestBed bed = beds.open(CompletionPolicy.always(Outcome.PENDING))) {
            WinInet wininet = bed.wininet();
            HINTERNET request = bed.openRequest("POST", LoopbackServer.ECHO, 0, CONTEXT);
            ByteBuffer body = ByteBuffer.wrap(LoopbackServer.text());
            INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
            announced.dwBufferTotal = body.remaining();
            step(
                    bed,
                    request,
                    "HttpSendRequestEx",
                    findings,
                    wininet.HttpSendRequestEx(request, announced, null, 0, OTHER));
            DwordRef written = new DwordRef();
            step(
                    bed,
                    request,
                    "InternetWriteFile",
                    findings,
                    wininet.InternetWriteFile(request, body, body.remaining(), written));
            step(bed, request, "HttpEndRequest", findings, wininet.HttpEndRequest(request, null, 0, OTHER));
            INTERNET_BUFFERS read = new INTERNET_BUFFERS();
            read.lpvBuffer = ByteBuffer.allocate(BodyReader.BUFFER_SIZE);
            read.dwBufferLength = BodyReader.BUFFER_SIZE;
            step(bed, request, "InternetReadFileEx", findings, wininet.InternetReadFileEx(request, read, 0, OTHER));
            wininet.InternetCloseHandle(request);
            bed.end();
            Set<Long> contexts = bed
                    .client()
                    .events()
                    .all(event -> event.handle().equals(request))
                    .stream()
                    .map(EventLog.Event::context)
                    .collect(Collectors.toSet());
            findings.add(
                    contexts.equals(Set.of(CONTEXT)),
                    "handle created with context " + CONTEXT + ", calls given " + OTHER + ", callbacks carry "
                            + contexts);
        }
    }

    private static void step(RuleTestBed bed, HINTERNET request, String function, KbFindings findings, boolean returned)
            throws InterruptedException {
        CallResult result = bed.client().finish(request, returned);
        if (!result.succeeded()) {
            findings.add(false, function + " failed: " + StatusText.error(result.error()));
        }
    }
}
