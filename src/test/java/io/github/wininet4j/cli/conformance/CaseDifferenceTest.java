package io.github.wininet4j.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.cli.conformance.RecordedCase.Call;
import io.github.wininet4j.cli.conformance.RecordedCase.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which differences between two runs count, and which are the network's. */
final class CaseDifferenceTest {
    private static final Call SEND = call("HttpSendRequest", "FALSE", "ERROR_IO_PENDING");
    private static final Call READ = call("InternetReadFile", "TRUE", "-");
    private static final Call PENDING_READ = call("InternetReadFile", "FALSE", "ERROR_IO_PENDING");

    private static Call call(String function, String returned, String error) {
        return new Call("case", function, returned, error, List.of("hRequest=handle 1", "count=&" + returned.length()));
    }

    private static RecordedCase run(List<Call> calls, String... statuses) {
        List<Status> all = Stream.of(statuses)
                .map(name -> new Status("handle 1", name, "8", "NULL", "0"))
                .toList();
        return new RecordedCase("R-A-1[D]", "title", calls, all, List.of("note"));
    }

    private static List<String> kinds(RecordedCase first, RecordedCase second) {
        return CaseDifference.between(first, second).stream()
                .map(CaseDifference::what)
                .toList();
    }

    @Test
    void between_readThatPendsInOneRun_isNoDifference() {
        RecordedCase immediate = run(
                List.of(SEND, READ),
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "REQUEST_COMPLETE",
                "HANDLE_CLOSING");
        RecordedCase pended = run(
                List.of(SEND, PENDING_READ),
                "RESOLVING_NAME",
                "NAME_RESOLVED",
                "REQUEST_SENT",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "REQUEST_COMPLETE",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "REQUEST_COMPLETE",
                "CLOSING_CONNECTION",
                "CONNECTION_CLOSED",
                "HANDLE_CLOSING");

        assertThat(kinds(immediate, pended)).isEmpty();
        assertThat(kinds(pended, immediate)).isEmpty();
    }

    @Test
    void between_anyOtherCallThatPends_isADifference() {
        RecordedCase first = run(List.of(SEND));

        assertThat(kinds(first, run(List.of(call("HttpSendRequest", "TRUE", "-")))))
                .containsExactly("call");
        assertThat(kinds(first, run(List.of()))).containsExactly("call");
        assertThat(kinds(first, run(List.of(SEND, READ)))).containsExactly("call");
    }

    @Test
    void between_readWithAnotherOutcome_isADifference() {
        assertThat(kinds(run(List.of(READ)), run(List.of(call("InternetReadFile", "FALSE", "ERROR_INVALID_HANDLE")))))
                .containsExactly("call");
    }

    @Test
    void between_completionTooManyOrTooFew_isADifference() {
        RecordedCase one = run(List.of(SEND), "REQUEST_COMPLETE");

        assertThat(kinds(one, run(List.of(SEND), "REQUEST_COMPLETE", "REQUEST_COMPLETE")))
                .containsExactly("status");
        assertThat(kinds(one, run(List.of(SEND)))).containsExactly("status");
        assertThat(kinds(run(List.of(READ), "REQUEST_COMPLETE"), run(List.of(PENDING_READ), "REQUEST_COMPLETE")))
                .containsExactly("status");
    }

    @Test
    void between_otherNotesOrCallsFromCallbacks_areDifferences() {
        RecordedCase first = run(List.of(READ));
        RecordedCase noted = new RecordedCase(first.rules(), first.title(), first.calls(), List.of(), List.of("other"));
        Call fromCallback = new Call("callback", READ.function(), READ.returned(), READ.error(), READ.arguments());

        assertThat(CaseDifference.between(first, noted)).containsExactly(new CaseDifference("note", "note", "other"));
        assertThat(kinds(first, run(List.of(fromCallback)))).containsExactly("call");
        assertThat(kinds(first, first)).isEmpty();
    }
}
