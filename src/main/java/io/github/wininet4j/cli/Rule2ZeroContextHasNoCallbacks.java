package io.github.wininet4j.cli;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;

/** Rule 2: a context of zero means no callbacks at all, unless a flag says otherwise. */
final class Rule2ZeroContextHasNoCallbacks {
    private Rule2ZeroContextHasNoCallbacks() {}

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        try (RuleTestBed bed = beds.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = bed.openRequest("GET", LoopbackServer.TEXT, 0, 0);
            String outcome = bed.outcome(bed.client().send(request));
            bed.server().awaitRequest();
            bed.wininet().InternetCloseHandle(request);
            // No callback is called after this.
            bed.end();
            int callbacks =
                    bed.client().events().all(event -> event.context() == 0).size();
            int others = bed.client()
                    .events()
                    .all(event -> event.context() == Client.CONNECTION)
                    .size();
            findings.add(
                    callbacks == 0,
                    "context 0: HttpSendRequest = " + outcome + ", the request reached the server, " + callbacks
                            + " callbacks were called");
            findings.add(others > 0, "its connection, whose context is not 0, had callbacks");
        }
        try (RuleTestBed bed = beds.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = bed.openRequest("GET", LoopbackServer.TEXT, ApiFlag.WININET_API_FLAG_USE_CONTEXT, 0);
            CallResult result = bed.client().finish(request, bed.client().send(request));
            int completions = bed.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, 0);
            findings.add(
                    result.succeeded() && completions == 1,
                    "with WININET_API_FLAG_USE_CONTEXT: " + completions + " REQUEST_COMPLETE with context 0, dwResult "
                            + result.value());
        }
    }
}
