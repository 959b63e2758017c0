package io.github.wininet4j.cli;

import java.util.List;

/** The seven rules. */
final class KbRules {
    static final List<KbRule> ALL = List.of(
            new KbRule(
                    1,
                    "An asynchronous call needs a callback and a nonzero context",
                    List.of(
                            "FALSE with ERROR_IO_PENDING: the call continues after it has returned;",
                            "it ends with REQUEST_COMPLETE, which carries result and error"),
                    Rule1PendingCompletesLater::check),
            new KbRule(
                    2,
                    "A handle with context zero has no callbacks",
                    List.of(
                            "context 0: the request is made, and no callback is called;",
                            "context 0 with WININET_API_FLAG_USE_CONTEXT: callbacks are called with context 0"),
                    Rule2ZeroContextHasNoCallbacks::check),
            new KbRule(
                    3,
                    "The caller is responsible for the order of its calls",
                    List.of(
                            "InternetReadFile before HttpSendRequest is complete: a documented error immediately,",
                            "and the request continues undisturbed"),
                    Rule3CallerKeepsOrder::check),
            new KbRule(
                    4,
                    "An asynchronous call may succeed immediately",
                    List.of("TRUE: the result is available, and there is no REQUEST_COMPLETE for this call"),
                    Rule4ImmediateSuccessHasNoCompletion::check),
            new KbRule(
                    5,
                    "A handle that is created asynchronously is announced by HANDLE_CREATED",
                    List.of(
                            "InternetOpenUrl returns NULL with ERROR_IO_PENDING; HANDLE_CREATED carries the handle",
                            "in its first pointer-sized field; it may be used after REQUEST_COMPLETE"),
                    Rule5HandleIsAnnounced::check),
            new KbRule(
                    6,
                    "Callers must be prepared for both outcomes of a call",
                    List.of(
                            "the same program gets the same data whether its calls succeed immediately, pend, or both;",
                            "there are as many REQUEST_COMPLETE as calls that returned ERROR_IO_PENDING"),
                    Rule6BothOutcomesWork::check),
            new KbRule(
                    7,
                    "A context belongs to its handle",
                    List.of(
                            "callbacks carry the context given when the handle was created,",
                            "whatever context later calls on the handle are given"),
                    Rule7ContextIsFixed::check));

    private KbRules() {}
}
