package io.github.wininet4j.cli;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/** Rule 3: reading before the send has completed fails with an error and disturbs nothing. */
final class Rule3CallerKeepsOrder {
    private static final long CONTEXT = 1003;

    /** Another operation is pending (R-ASYNC-23); there is nothing to read yet (R-HANDLE-33). */
    private static final Set<Integer> DOCUMENTED = Set.of(
            WinInetError.ERROR_INTERNET_REQUEST_PENDING,
            WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE,
            Win32Error.ERROR_FILE_NOT_FOUND);

    private Rule3CallerKeepsOrder() {}

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        try (RuleTestBed bed = beds.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = bed.openRequest("GET", LoopbackServer.HELD, 0, CONTEXT);
            readTooEarly(bed, request, "before HttpSendRequest", findings);
            String sent = bed.outcome(bed.client().send(request));
            bed.server().awaitRequest();
            readTooEarly(bed, request, "while it pends", findings);
            bed.server().release();
            CallResult result = bed.client().completion(request);
            boolean whole = Arrays.equals(bed.client().readBody(request), LoopbackServer.text());
            findings.add(
                    result.succeeded() && whole,
                    "HttpSendRequest = " + sent + ", then REQUEST_COMPLETE with dwResult " + result.value()
                            + "; read now, the body is " + (whole ? "whole" : "damaged"));
        }
    }

    private static void readTooEarly(RuleTestBed bed, HINTERNET request, String when, KbFindings findings) {
        ByteBuffer buffer = ByteBuffer.allocate(BodyReader.BUFFER_SIZE);
        boolean read = bed.wininet().InternetReadFile(request, buffer, buffer.capacity(), new DwordRef());
        boolean documented = !read && DOCUMENTED.contains(bed.wininet().GetLastError());
        findings.add(documented, "InternetReadFile " + when + " = " + bed.outcome(read));
    }
}
