package io.github.wininet4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.testing.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The times of an entry by the statuses of a request. */
final class HarTimingsTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }

    private static HarTimings timings(boolean secure, int... statusesAndTimes) {
        HarTimings timings = new HarTimings(START, secure);
        for (int i = 0; i < statusesAndTimes.length; i += 2) {
            timings.status(statusesAndTimes[i], at(statusesAndTimes[i + 1]));
        }
        return timings;
    }

    private static List<Object> values(Map<String, Object> json) {
        assertThat(json.keySet()).containsExactly("blocked", "dns", "connect", "ssl", "send", "wait", "receive");
        return List.copyOf(json.values());
    }

    @Test
    @Rule({"R-PROJ-TRACE-3", "R-PROJ-TRACE-5"})
    void newConnection_withTls_hasAllTimes_andTheirSumIsTheWhole() {
        Map<String, Object> json = timings(
                        true,
                        InternetStatus.INTERNET_STATUS_RESOLVING_NAME,
                        2,
                        InternetStatus.INTERNET_STATUS_NAME_RESOLVED,
                        5,
                        InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
                        5,
                        InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
                        9,
                        InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
                        12,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        40,
                        InternetStatus.INTERNET_STATUS_REQUEST_SENT,
                        41)
                .toJson(at(60), at(100));

        assertThat(values(json)).containsExactly(2.0, 3.0, 35.0, 28.0, 1.0, 19.0, 40.0);
        assertThat(HarTimings.sum(json)).isEqualTo(100.0);
    }

    @Test
    @Rule("R-PROJ-TRACE-5")
    void usedConnection_hasNoTimesOfConnecting() {
        Map<String, Object> json = timings(
                        true,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        4,
                        InternetStatus.INTERNET_STATUS_REQUEST_SENT,
                        5)
                .toJson(at(6), at(7));

        assertThat(values(json)).containsExactly(4.0, -1, -1, -1, 1.0, 1.0, 1.0);
    }

    @Test
    @Rule("R-PROJ-TRACE-5")
    void secondRequestOnANewConnection_addsNothingToTls() {
        Map<String, Object> json = timings(
                        true,
                        InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
                        1,
                        InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
                        2,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        5,
                        InternetStatus.INTERNET_STATUS_REQUEST_SENT,
                        6,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        20,
                        InternetStatus.INTERNET_STATUS_REQUEST_SENT,
                        21)
                .toJson(at(30), at(30));

        assertThat(values(json)).containsExactly(16.0, -1, 4.0, 3.0, 1.0, 9.0, 0.0);
    }

    @Test
    @Rule("R-PROJ-TRACE-5")
    void redirect_countsTheHopBeforeAsBlocked() {
        Map<String, Object> json = timings(
                        false,
                        InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
                        1,
                        InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
                        2,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        2,
                        InternetStatus.INTERNET_STATUS_REDIRECT,
                        10,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        11)
                .toJson(at(20), at(25));

        assertThat(values(json)).containsExactly(11.0, -1, -1, -1, 0.0, 9.0, 5.0);
    }

    @Test
    @Rule("R-PROJ-TRACE-5")
    void failureWithoutStatuses_isAllWait() {
        assertThat(values(timings(false).toJson(null, at(9)))).containsExactly(0.0, -1, -1, -1, 0.0, 9.0, 0.0);
    }
}
