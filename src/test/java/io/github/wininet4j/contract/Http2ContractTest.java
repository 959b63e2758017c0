package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.DrippingServer;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.Http2Server;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over HTTP/2: when it is spoken, that all else is as over HTTP/1.1, and how connections are shared. */
@ContractTest
final class Http2ContractTest extends Http2Fixture {
    private static final int HTTP2 = 2;

    Http2ContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @Test
    @Rule({"R-H2-1", "R-H2-2"})
    void protocol_isHttp11_unlessTheOptionAllowsMore() {
        NginxServer nginx = backEnd.closeAfterTest(NginxServer.start());
        Conversation client = client(nginx.tlsPort(), 0);
        HINTERNET plain = request(client, "GET", "/echo");
        set(plain, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, 0);
        assertThat(client.send(plain)).isZero();
        assertThat(used(plain)).isZero();

        HINTERNET allowed = request(client, "GET", "/echo");
        assertThat(used(allowed)).isZero();
        assertThat(client.send(allowed)).isZero();

        assertThat(used(allowed)).isEqualTo(HTTP2);
        assertThat(client.status(allowed)).isEqualTo(200);
        assertThat(client.readText(allowed)).startsWith("method=GET uri=/echo host=127.0.0.1:" + nginx.tlsPort());
    }

    @Test
    @Rule("R-H2-1")
    void http2_isNotEvenOffered_unlessTheOptionAllowsIt() {
        Http2Peer peer = peer(new Http2Peer.Talk() {
            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                connection.settings();
                connection.answer(connection.read(Http2Peer.HEADERS).stream(), "2");
                connection.awaitEnd();
            }

            @Override
            public String answer(String head) {
                return "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n1.1";
            }
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET untouched = client.openRequest("GET", "/", 0);
        set(
                untouched,
                InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
        assertThat(client.send(untouched)).isZero();
        assertThat(client.readText(untouched)).isEqualTo("1.1");
        assertThat(used(untouched)).isZero();
        assertThat(peer.offers()).noneMatch(offer -> offer.contains("h2"));

        HINTERNET allowed = request(client, "GET", "/");
        assertThat(client.send(allowed)).isZero();

        assertThat(client.readText(allowed)).isEqualTo("2");
        assertThat(peer.offers()).last().isEqualTo(List.of("h2", "http/1.1"));
    }

    @ParameterizedTest
    @EnumSource
    @Rule("R-H2-1")
    void responses_ofOtherServers_comeWhole(Http2Server.Kind kind) {
        byte[] page = new byte[700_000];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) (i * 7 + (i >> 10));
        }
        Http2Server server = backEnd.closeAfterTest(Http2Server.start(kind, page));
        Conversation client = client(server.port(), 0);
        for (int i = 0; i < 20; i++) {
            HINTERNET request = request(client, "GET", "/page");
            assertThat(client.send(request)).isZero();
            assertThat(used(request)).isEqualTo(HTTP2);
            assertThat(client.readAll(request)).isEqualTo(page);
            assertThat(api.InternetCloseHandle(request)).isTrue();
        }
    }

    @Test
    @Rule({"R-H2-1", "R-SENDEX-3"})
    void uploads_ofAnyKind_arrive() {
        NginxServer nginx = backEnd.closeAfterTest(NginxServer.start());
        Conversation client = client(nginx.tlsPort(), 0);
        byte[] body = new byte[300_000];
        HINTERNET put = request(client, "PUT", "/upload/h2");

        assertThat(client.send(put, null, body)).isZero();

        assertThat(used(put)).isEqualTo(HTTP2);
        assertThat(client.status(put)).isEqualTo(201);
        assertThat(nginx.uploads().resolve("h2")).hasSize(body.length);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-H2-1", "R-SENDEX-1", "R-SENDEX-3", "R-SENDEX-8", "R-WRITE-1", "R-ASYNC-48"})
    void upload_thatIsWrittenInPieces_arrivesWhole(boolean async) throws IOException {
        NginxServer nginx = backEnd.closeAfterTest(NginxServer.start());
        Conversation client = client(nginx.tlsPort(), async ? InternetFlag.INTERNET_FLAG_ASYNC : 0);
        byte[] body = new byte[400_000];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31 + (i >> 9));
        }
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = ByteBuffer.wrap(body, 0, 1_000);
        buffers.dwBufferLength = 1_000;
        buffers.dwBufferTotal = body.length;

        HINTERNET put = written(client, "/upload/streamed", buffers, body, 1_000);

        assertThat(used(put)).isEqualTo(HTTP2);
        assertThat(client.status(put)).isEqualTo(201);
        assertThat(nginx.uploads().resolve("streamed")).hasBinaryContent(body);
    }

    @Test
    @Rule({"R-PROJ-H2-10", "R-SENDEX-6", "R-SENDEX-7", "R-WRITE-6"})
    void chunksThatTheCallerMakes_goOverHttp11_whereTheyMeanSomething() throws IOException {
        NginxServer nginx = backEnd.closeAfterTest(NginxServer.start());
        Conversation client = client(nginx.tlsPort(), 0);
        HINTERNET before = request(client, "GET", "/echo");
        assertThat(client.send(before)).isZero();
        assertThat(used(before)).isEqualTo(HTTP2);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpcszHeader = "Transfer-Encoding: chunked";
        buffers.dwHeadersLength = -1;
        byte[] chunks = "4\r\ndata\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        HINTERNET put = written(client, "/upload/chunked", buffers, chunks, 0);

        assertThat(used(put)).isZero();
        assertThat(client.status(put)).isEqualTo(201);
        assertThat(nginx.uploads().resolve("chunked")).hasContent("data");
    }

    /** Sends by HttpSendRequestEx, in pieces that differ from the windows and frames of HTTP/2. */
    private HINTERNET written(
            Conversation client, String target, INTERNET_BUFFERS buffers, byte[] body, int alreadyThere) {
        HINTERNET put = request(client, "PUT", target);
        log.clear();
        assertThat(client.outcome(api.HttpSendRequestEx(put, buffers, null, 0, 0), put))
                .isZero();
        for (int at = alreadyThere; at < body.length; at += 70_001) {
            ByteBuffer piece = ByteBuffer.wrap(body, at, Math.min(70_001, body.length - at));
            DwordRef written = new DwordRef();
            log.clear();
            assertThat(client.outcome(api.InternetWriteFile(put, piece, piece.remaining(), written), put))
                    .isZero();
            assertThat(written.value).isEqualTo(piece.remaining());
        }
        log.clear();
        assertThat(client.outcome(api.HttpEndRequest(put, null, 0, 0), put)).isZero();
        return put;
    }

    @Test
    @Rule({"R-H2-1", "R-QUERY-22", "R-PROJ-H2-4"})
    void head_isQueriedAsOverHttp11() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            Http2Peer.Frame headers = connection.read(Http2Peer.HEADERS);
            assertThat(connection.fields(headers))
                    .contains(":method=GET\n", ":scheme=https\n", ":path=/x?y\n", "x-own=1\n")
                    .doesNotContain("connection=", "host=");
            connection.head(headers.stream(), true, ":status", "103", "link", "</a>");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/x?y");

        assertThat(client.send(request, "X-Own: 1\r\nConnection: keep-alive", new byte[0]))
                .isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }

    @Test
    @Rule({"R-QUERY-22", "R-PROJ-H2-4"})
    void rawHeaders_haveAStatusLineAndTheNamesAsTheyCame() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            Http2Peer.Frame headers = connection.read(Http2Peer.HEADERS);
            connection.head(headers.stream(), false, ":status", "100");
            connection.head(headers.stream(), false, ":status", "404", "x-a", "1", "content-length", "2");
            connection.send(Http2Peer.DATA, 0, headers.stream(), new byte[] {'n', 'o'});
            connection.head(headers.stream(), true, "x-trailer", "t");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();
        TextBuffer raw = new TextBuffer(200);

        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, raw, new DwordRef(400), null))
                .isTrue();

        assertThat(raw.toString()).isEqualTo("HTTP/2.0 404 \r\nx-a: 1\r\ncontent-length: 2\r\n\r\n");
        assertThat(client.readText(request)).isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({"GET, 304", "GET, 204", "HEAD, 200"})
    @Rule({"R-READ-7", "R-OPTX-137"})
    void lengthOfABodyThatNeverComes_isNoTruncation(String verb, String status) {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(Http2Peer.HEADERS).stream();
            connection.head(stream, true, ":status", status, "content-length", "7");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, verb, "/");
        set(request, UndocumentedOption.INTERNET_OPTION_DISALLOW_PREMATURE_EOF, 1);

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEmpty();
    }

    @Test
    @Rule({"R-PROJ-H2-1", "R-LIMIT-1"})
    void requests_toOneServer_shareAConnection() {
        Gate all = new Gate();
        Http2Peer peer = peer(connection -> {
            connection.settings();
            List<Integer> streams = new ArrayList<>();
            while (streams.size() < 8) {
                streams.add(connection.read(Http2Peer.HEADERS).stream());
            }
            all.await();
            for (int i = streams.size() - 1; i >= 0; i--) {
                connection.answer(streams.get(i), "stream " + streams.get(i));
            }
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), InternetFlag.INTERNET_FLAG_ASYNC);
        List<HINTERNET> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            HINTERNET request = request(client, "GET", "/" + i);
            requests.add(request);
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        }
        all.open();

        for (HINTERNET request : requests) {
            assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        }
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule("R-PROJ-H2-1")
    void requests_beyondTheServersLimit_waitForAFreeStream() {
        Http2Peer peer = peer(connection -> {
            connection.settings(3, 1);
            for (int i = 0; i < 3; i++) {
                Http2Peer.Frame headers = connection.read(Http2Peer.HEADERS);
                assertThat(headers.stream()).isEqualTo(2 * i + 1);
                connection.answer(headers.stream(), "ok");
            }
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        for (int i = 0; i < 3; i++) {
            HINTERNET request = request(client, "GET", "/" + i);
            assertThat(client.send(request)).isZero();
            assertThat(client.readText(request)).isEqualTo("ok");
        }
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROJ-H2-1", "R-HANDLE-8"})
    void closeHandle_resetsItsStreamOnly() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            Http2Peer.Frame first = connection.read(Http2Peer.HEADERS);
            connection.head(first.stream(), false, ":status", "200");
            Http2Peer.Frame reset = connection.read(Http2Peer.RST_STREAM);
            assertThat(reset.stream()).isEqualTo(first.stream());
            assertThat(reset.number()).isEqualTo(8);
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "second");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET first = request(client, "GET", "/1");
        assertThat(client.send(first)).isZero();

        assertThat(api.InternetCloseHandle(first)).isTrue();

        HINTERNET second = request(client, "GET", "/2");
        assertThat(client.send(second)).isZero();
        assertThat(client.readText(second)).isEqualTo("second");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-SEND-15", "R-PROJ-H2-1"})
    void streamsThatTheServerHasNotBegun_areSentAgainElsewhere() {
        Http2Peer peer = peer(new Http2Peer.Talk() {
            private int served;

            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                connection.settings();
                int stream = connection.read(Http2Peer.HEADERS).stream();
                if (served++ == 0) {
                    connection.send(Http2Peer.GOAWAY, 0, 0, new byte[8]);
                } else {
                    connection.answer(stream, "again");
                }
                connection.awaitEnd();
            }
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("again");
        assertThat(peer.connections()).isEqualTo(2);
    }

    @Test
    @Rule({"R-SEND-15", "R-ERRN-12031", "R-PROJ-H2-11"})
    void requestThatTheServerMayHaveBegun_isNotSentAgain() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.read(Http2Peer.HEADERS);
        });
        Conversation client = client(peer.port(), 0);

        assertThat(client.send(request(client, "POST", "/"), null, new byte[3]))
                .isEqualTo(WinInetError.ERROR_INTERNET_CONNECTION_RESET);

        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-SEND-15", "R-PROJ-H2-1"})
    void goAway_letsStreamsEndThatHaveBegun_andNewOnesGoElsewhere() {
        Gate goodbye = new Gate();
        Gate second = new Gate();
        Http2Peer peer = peer(new Http2Peer.Talk() {
            private int served;

            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                boolean first = served++ == 0;
                connection.settings();
                int stream = connection.read(Http2Peer.HEADERS).stream();
                if (first) {
                    connection.send(Http2Peer.GOAWAY, 0, 0, new byte[] {0, 0, 0, 1, 0, 0, 0, 0});
                    // Answered when what stood before it has been read.
                    connection.send(Http2Peer.PING, 0, 0, new byte[8]);
                    connection.read(Http2Peer.PING);
                    goodbye.open();
                    second.await();
                }
                connection.answer(stream, first ? "first" : "second");
                connection.awaitEnd();
            }
        });
        Conversation client = client(peer.port(), InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET first = request(client, "GET", "/1");
        assertThat(api.HttpSendRequest(first, null, 0, null, 0)).isFalse();
        goodbye.await();

        Conversation other = Conversation.with(
                api, backEnd.statusLog(), "127.0.0.1", peer.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
        HINTERNET next = request(other, "GET", "/2");
        assertThat(other.send(next)).isZero();
        assertThat(other.readText(next)).isEqualTo("second");
        second.open();

        assertThat(log.awaitComplete(first).dwResult).isEqualTo(1);
        assertThat(client.readText(first)).isEqualTo("first");
        assertThat(peer.connections()).isEqualTo(2);
    }

    @Test
    @Rule({"R-SENDEX-3", "R-PROJ-H2-1"})
    void answerBeforeTheUploadIsWhole_endsTheUpload() {
        Http2Peer peer = peer(connection -> {
            connection.settings(4, 10);
            int stream = connection.read(Http2Peer.HEADERS).stream();
            connection.read(Http2Peer.DATA);
            connection.answer(stream, "enough");
            assertThat(connection.read(Http2Peer.RST_STREAM).stream()).isEqualTo(stream);
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "next");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET upload = request(client, "POST", "/");
        assertThat(client.send(upload, null, new byte[100_000])).isZero();
        assertThat(client.readText(upload)).isEqualTo("enough");

        HINTERNET next = request(client, "GET", "/");
        assertThat(client.send(next)).isZero();
        assertThat(client.readText(next)).isEqualTo("next");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-OPTN-6", "R-PROJ-HTTP-2", "R-ERRN-12002"})
    void framesThatBringNobodyForward_doNotProlongTheReceiveTimeout() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.read(Http2Peer.HEADERS);
            Http2Peer.Frame answer;
            do {
                connection.send(Http2Peer.WINDOW_UPDATE, 0, 0, new byte[] {0, 0, 0, 1});
                connection.send(Http2Peer.PING, 0, 0, new byte[8]);
                answer = connection.read();
            } while (answer.type() != Http2Peer.RST_STREAM);
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        set(request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 30);

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-OPTN-6", "R-PROJ-HTTP-2", "R-ERRN-12002"})
    void intermediateHeads_oneAfterAnother_doNotProlongTheReceiveTimeout() {
        CountDownLatch ended = new CountDownLatch(1);
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(Http2Peer.HEADERS).stream();
            for (int i = 0; i < 90 && !ended.await(20, TimeUnit.MILLISECONDS); i++) {
                connection.head(stream, false, ":status", "102");
            }
            connection.answer(stream, "late");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        set(request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, DrippingServer.TIMEOUT);

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
        ended.countDown();
    }

    @Test
    @Rule({"R-OPTN-6", "R-ERRN-12002"})
    void silence_endsWithTheReceiveTimeout_ofThatRequestOnly() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "first");
            connection.read(Http2Peer.HEADERS);
            connection.answer(connection.read(Http2Peer.HEADERS).stream(), "fast");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        // Or the timeout would be that of the handshake.
        HINTERNET first = request(client, "GET", "/");
        assertThat(client.send(first)).isZero();
        assertThat(client.readText(first)).isEqualTo("first");
        HINTERNET slow = request(client, "GET", "/slow");
        set(slow, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 50);

        assertThat(client.send(slow)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        HINTERNET fast = request(client, "GET", "/fast");
        assertThat(client.send(fast)).isZero();
        assertThat(client.readText(fast)).isEqualTo("fast");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROJ-H2-3", "R-SENDEX-3"})
    void windows_ofOneByte_carryAnUpload() {
        byte[] sent = "0123456789".getBytes(StandardCharsets.US_ASCII);
        Http2Peer peer = peer(connection -> {
            connection.settings(4, 1);
            int stream = connection.read(Http2Peer.HEADERS).stream();
            StringBuilder got = new StringBuilder();
            while (true) {
                Http2Peer.Frame data = connection.read(Http2Peer.DATA);
                got.append(new String(data.payload(), StandardCharsets.US_ASCII));
                if ((data.flags() & Http2Peer.END_STREAM) != 0) {
                    break;
                }
                connection.send(Http2Peer.WINDOW_UPDATE, 0, stream, new byte[] {0, 0, 0, 1});
            }
            connection.answer(stream, got.toString());
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        // Settings of the server count once they have come; the first request sees to that.
        HINTERNET request = request(client, "POST", "/");

        assertThat(client.send(request, null, sent)).isZero();

        assertThat(client.readText(request)).isEqualTo("0123456789");
    }
}
