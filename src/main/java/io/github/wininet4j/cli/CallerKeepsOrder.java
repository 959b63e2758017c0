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

/** Rule 3: no reading before the completion of the sending; who does it nevertheless gets an error and breaks nothing. */
final class CallerKeepsOrder {
    private static final long CONTEXT = 1003;

    /** Another operation is pending (R-ASYNC-23); there is nothing to read yet (R-HANDLE-33). */
    private static final Set<Integer> DOCUMENTED = Set.of(
            WinInetError.ERROR_INTERNET_REQUEST_PENDING,
            WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE,
            Win32Error.ERROR_FILE_NOT_FOUND);

    private CallerKeepsOrder() {}

    static void check(KbRule.Labs labs, KbFindings findings) throws IOException, InterruptedException {
        try (KbLab lab = labs.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = lab.openRequest("GET", LoopbackServer.HELD, 0, CONTEXT);
            readTooEarly(lab, request, "before HttpSendRequest", findings);
            String sent = lab.outcome(lab.send(request));
            lab.server().awaitRequest();
            readTooEarly(lab, request, "while it pends", findings);
            lab.server().release();
            CallResult result = lab.nextCompletion(request);
            boolean whole = Arrays.equals(lab.readBody(request), LoopbackServer.text());
            findings.add(
                    result.succeeded() && whole,
                    "HttpSendRequest = " + sent + ", then REQUEST_COMPLETE with dwResult " + result.value()
                            + "; read now, the body is " + (whole ? "whole" : "damaged"));
        }
    }

    private static void readTooEarly(KbLab lab, HINTERNET request, String when, KbFindings findings) {
        ByteBuffer buffer = ByteBuffer.allocate(BodyReader.BUFFER_SIZE);
        boolean read = lab.wininet().InternetReadFile(request, buffer, buffer.capacity(), new DwordRef());
        boolean documented = !read && DOCUMENTED.contains(lab.wininet().GetLastError());
        findings.add(documented, "InternetReadFile " + when + " = " + lab.outcome(read));
    }
}
