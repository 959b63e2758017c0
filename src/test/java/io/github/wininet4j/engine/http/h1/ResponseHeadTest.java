package io.github.wininet4j.engine.http.h1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a head says about lengths, connections and lists. */
class ResponseHeadTest {
    private static ResponseHead head(String version, String... lines) throws IOException {
        String text = version + " 200 OK\r\n" + String.join("\r\n", lines) + (lines.length == 0 ? "" : "\r\n") + "\r\n";
        return ResponseHeadReader.read(SlicedInput.buffer(text), WireLimits.DEFAULT, new AnswerTime(0));
    }

    /** R-SEND-19 for lengths above 4 GiB. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "5|5",
                "007|7",
                "9223372036854775807|9223372036854775807",
                "6442450944|6442450944",
                "5, 5|5",
                "9223372036854775808|-1",
                "-5|-1",
                "5x|-1",
                "''|-1",
                "','|-1"
            })
    void contentLength_byValue_isTheNumberOrNothing(String value, long expected) throws IOException {
        assertThat(head("HTTP/1.1", "Content-Length: " + value).contentLength()).isEqualTo(expected);
    }

    @Test
    void contentLength_whenGivenTwice_mustAgree() throws IOException {
        assertThat(head("HTTP/1.1", "Content-Length: 5", "content-length: 5").contentLength())
                .isEqualTo(5);
        ResponseHead contradictory = head("HTTP/1.1", "Content-Length: 5", "Content-Length: 6");
        assertThatThrownBy(contradictory::contentLength).isInstanceOf(MalformedResponseException.class);
        ResponseHead inOneLine = head("HTTP/1.1", "Content-Length: 5, 6");
        assertThatThrownBy(inOneLine::contentLength).isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, X: y, true",
        "HTTP/1.1, Connection: close, false",
        "HTTP/1.1, 'connection: foo, CLOSE', false",
        "HTTP/1.1, Connection: enclose, true",
        "HTTP/1.1, Proxy-Connection: close, false",
        "HTTP/1.0, X: y, false",
        "HTTP/1.0, Connection: Keep-Alive, true",
        "HTTP/1.0, Proxy-Connection: keep-alive, true",
        "HTTP/0.9, X: y, false",
        "HTTP/2.0, X: y, true"
    })
    void keepsConnection_byVersionAndHeader(String version, String line, boolean expected) throws IOException {
        assertThat(head(version, line).keepsConnection()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "gzip, chunked", "CHUNKED ; q=1", " ,chunked", "gzip,chunked\t"})
    void hasToken_whenTheElementIsThere_findsIt(String value) throws IOException {
        assertThat(head("HTTP/1.1", "Transfer-Encoding: " + value).hasToken("transfer-encoding", "chunked"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chunkedx", "xchunked", "gzip; chunked"})
    void hasToken_whenItIsOnlyPartOfAnother_doesNotFindIt(String value) throws IOException {
        assertThat(head("HTTP/1.1", "Transfer-Encoding: " + value).hasToken("transfer-encoding", "chunked"))
                .isFalse();
    }

    @Test
    void find_goesOnFromAPosition() throws IOException {
        ResponseHead head = head("HTTP/1.1", "A: 1", "AB: 2", "a: 3");

        assertThat(head.find("A", 0)).isZero();
        assertThat(head.find("A", 1)).isEqualTo(2);
        assertThat(head.find("A", 3)).isEqualTo(-1);
        assertThat(head.first("C")).isNull();
    }

    @Test
    void value_beyondTheLastHeader_isRefused() throws IOException {
        ResponseHead head = head("HTTP/1.1", "A: 1");

        assertThatThrownBy(() -> head.value(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
