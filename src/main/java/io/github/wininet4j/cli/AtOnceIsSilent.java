package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.util.Arrays;

/** Rule 4: a call that succeeds at once has no REQUEST_COMPLETE. */
final class AtOnceIsSilent {
    private static final long CONTEXT = 1004;

    private AtOnceIsSilent() {}

    static void check(KbRule.Labs labs, KbFindings findings) throws IOException, InterruptedException {
        try (KbLab lab = labs.open(CompletionPolicy.always(Outcome.AT_ONCE))) {
            HINTERNET request = lab.openRequest("GET", LoopbackServer.TEXT, 0, CONTEXT);
            boolean sent = lab.send(request);
            findings.add(sent, "HttpSendRequest = " + lab.outcome(sent));
            boolean whole = Arrays.equals(lab.readBody(request), LoopbackServer.text());
            findings.add(whole, "the body is " + (whole ? "whole" : "damaged"));
            lab.wininet().InternetCloseHandle(request);
            // The last callback of the handle, and after it the end of all callbacks.
            lab.events()
                    .await(
                            "HANDLE_CLOSING",
                            event -> event.handle().equals(request)
                                    && event.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING),
                            1);
            lab.end();
            int completions = lab.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, CONTEXT);
            int progress =
                    lab.events().all(event -> event.handle().equals(request)).size();
            findings.add(
                    completions == 0 && progress > 0,
                    "callbacks came up to HANDLE_CLOSING, " + completions + " of them REQUEST_COMPLETE");
        }
    }
}
