package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.util.Arrays;

/** Rule 4: a call that succeeds immediately has no REQUEST_COMPLETE. */
final class Rule4ImmediateSuccessHasNoCompletion {
    private static final long CONTEXT = 1004;
    private static final long CACHED = 2004;

    private Rule4ImmediateSuccessHasNoCompletion() {}

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        try (RuleTestBed bed = beds.open(CompletionPolicy.always(Outcome.AT_ONCE))) {
            HINTERNET request = bed.openRequest("GET", LoopbackServer.TEXT, 0, CONTEXT);
            boolean sent = bed.client().send(request);
            findings.add(sent, "HttpSendRequest = " + bed.outcome(sent));
            boolean whole = Arrays.equals(bed.client().readBody(request), LoopbackServer.text());
            findings.add(whole, "the body is " + (whole ? "whole" : "damaged"));
            bed.wininet().InternetCloseHandle(request);
            // The last callback of the handle, and after it the end of all callbacks.
            bed.client().awaitClosing(request);
            bed.end();
            int completions = bed.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, CONTEXT);
            int progress = bed.client()
                    .events()
                    .all(event -> event.handle().equals(request))
                    .size();
            findings.add(
                    completions == 0 && progress > 0,
                    "callbacks up to HANDLE_CLOSING, " + completions + " of them REQUEST_COMPLETE");
        }
        showCacheHit(beds, findings);
    }

    /** What the cache holds is there at once, whatever the policy: no status is told at all. */
    private static void showCacheHit(KbRule.TestBeds beds, KbFindings findings)
            throws IOException, InterruptedException {
        try (RuleTestBed bed = beds.open(CompletionPolicy.NATURAL, CachePlace.OF_ENGINE)) {
            bed.client().readBody(bed.client().sent(bed.openRequest("GET", LoopbackServer.TEXT, 0, CONTEXT)));
            HINTERNET request = bed.openRequest("GET", LoopbackServer.TEXT, 0, CACHED);
            int before = bed.client()
                    .events()
                    .all(event -> event.context() == CACHED)
                    .size();
            boolean sent = bed.client().send(request);
            findings.add(sent, "again, from the cache: HttpSendRequest = " + bed.outcome(sent));
            boolean whole = Arrays.equals(bed.client().readBody(request), LoopbackServer.text());
            int told = bed.client()
                            .events()
                            .all(event -> event.context() == CACHED)
                            .size()
                    - before;
            findings.add(
                    whole && told == 0, "the body is " + (whole ? "whole" : "damaged") + ", " + told + " callbacks");
        }
    }
}
