package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Decoding of gzip and deflate bodies. */
@ContractTest
final class ContentContractTest extends HttpFixture {
    private static final String TEXT = "decoded ".repeat(100);

    private final Conversation client;

    ContentContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.client = sync();
    }

    private static byte[] coded(String coding) throws IOException {
        return coded(coding, TEXT);
    }

    private static byte[] coded(String coding, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip" -> new GZIPOutputStream(bytes);
            case "zlib" -> new DeflaterOutputStream(bytes);
            default -> new DeflaterOutputStream(bytes, new Deflater(6, true));
        }) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private HINTERNET answered(String headers, byte[] body, String accept) {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .send(body));
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request, "Accept-Encoding: " + accept, new byte[0]))
                .isZero();
        return request;
    }

    private void decode(boolean on) {
        assertThat(api.InternetSetOption(
                        client.connect(), InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(on ? 1 : 0), 4))
                .isTrue();
    }

    @Test
    @Rule({
        "R-COMP-1",
        "R-COMP-2",
        "R-COMP-4",
        "R-COMP-5",
        "R-COMP-7",
        "R-COMP-8",
        "R-QUERY-20",
        "R-OPTN-65",
        "R-OPTN-147"
    })
    void codedBodies_areDecoded_andTheirHeadersDisappear() throws IOException {
        decode(true);
        for (String coding : new String[] {"gzip", "zlib", "raw"}) {
            String name = coding.equals("gzip") ? "gzip" : "deflate";
            byte[] body = coded(coding);
            HINTERNET request = answered("Content-Encoding: " + name + "\r\n", body, "gzip, deflate");

            assertThat(client.readText(request)).isEqualTo(TEXT);

            TextBuffer text = new TextBuffer(50);
            for (int attribute :
                    new int[] {HttpQuery.HTTP_QUERY_CONTENT_ENCODING, HttpQuery.HTTP_QUERY_CONTENT_LENGTH}) {
                assertThat(api.HttpQueryInfo(request, attribute, text, new DwordRef(100), null))
                        .isFalse();
                assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
            }
            LongRef compressed = new LongRef();
            assertThat(api.InternetQueryOption(
                            request,
                            InternetOption.INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH,
                            compressed,
                            new DwordRef(8)))
                    .isTrue();
            assertThat(compressed.value).isEqualTo(body.length);
        }
    }

    @Test
    @Rule({"R-PROJ-COMP-1", "R-REDIR-16"})
    void bodyOfARedirect_readInsideItsCallback_isDecoded() throws IOException {
        decode(true);
        byte[] body = coded("gzip");
        Script redirect = Script.script()
                .awaitRequest()
                .send("HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .send(body);
        server.onConnection(redirect.awaitRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        HINTERNET request = client.openRequest("/start");
        ByteBuffer bytes = ByteBuffer.allocate(TEXT.length() + 1);
        DwordRef count = new DwordRef();
        AtomicBoolean hasCoding = new AtomicBoolean(true);
        log.on(InternetStatus.INTERNET_STATUS_REDIRECT, entry -> {
            assertThat(api.InternetReadFile(request, bytes, bytes.capacity(), count))
                    .isTrue();
            hasCoding.set(api.HttpQueryInfo(
                    request, HttpQuery.HTTP_QUERY_CONTENT_ENCODING, new TextBuffer(50), new DwordRef(100), null));
        });

        assertThat(client.send(request, "Accept-Encoding: gzip", new byte[0])).isZero();

        assertThat(new String(bytes.array(), 0, count.value, StandardCharsets.US_ASCII))
                .isEqualTo(TEXT);
        assertThat(hasCoding).isFalse();
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-COMP-1", "R-COMP-3", "R-COMP-9"})
    void otherBodies_passUnchanged() throws IOException {
        byte[] body = coded("gzip");
        String gzip = "Content-Encoding: gzip\r\n";
        assertThat(client.readAll(answered(gzip, body, "gzip"))).isEqualTo(body);
        decode(true);
        assertThat(client.readAll(answered(gzip, body, "deflate"))).isEqualTo(body);
        assertThat(client.readAll(answered(gzip + gzip, body, "gzip"))).isEqualTo(body);
        assertThat(client.readAll(answered(gzip + "Cache-Control: no-transform\r\n", body, "gzip")))
                .isEqualTo(body);
        assertThat(client.readAll(answered(gzip + "Content-Range: bytes 0-1/2\r\n", body, "gzip")))
                .isEqualTo(body);
        assertThat(client.readAll(answered("Content-Encoding: br\r\n", body, "br")))
                .isEqualTo(body);
    }

    @Test
    @Rule({"R-COMP-6", "R-READ-14", "R-ERRN-12175"})
    void brokenCodedBodies_failTheRead() throws IOException {
        decode(true);
        byte[] body = coded("gzip");
        byte[] cut = Arrays.copyOf(body, body.length / 2);
        for (byte[] broken : new byte[][] {cut, Arrays.copyOf(body, 1)}) {
            HINTERNET request = answered("Content-Encoding: gzip\r\n", broken, "gzip");
            for (int i = 0; i < 2; i++) {
                assertThat(client.read(request, ByteBuffer.allocate(5000)))
                        .isEqualTo(-WinInetError.ERROR_INTERNET_DECODING_FAILED);
            }
        }
        HINTERNET garbage = answered("Content-Encoding: gzip\r\n", TEXT.getBytes(StandardCharsets.US_ASCII), "gzip");
        assertThat(client.read(garbage, ByteBuffer.allocate(5000)))
                .isEqualTo(-WinInetError.ERROR_INTERNET_DECODING_FAILED);
    }

    @Test
    @Rule({"R-SEEK-11", "R-COMP-3"})
    void seekingBack_inDecodedData_countsDecodedBytes() throws IOException {
        decode(true);
        String text = TEXT.repeat(125);
        byte[] body = coded("gzip", text);
        HINTERNET request = answered("Content-Encoding: gzip\r\n", body, "gzip");
        client.read(request, ByteBuffer.allocate(50_000));
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n")
                .send(body));

        assertThat(api.InternetSetFilePointer(request, 40_000, null, 0, 0)).isEqualTo(40_000);

        assertThat(client.readText(request)).isEqualTo(text.substring(40_000));
        assertThat(server.requests().get(1).hasHeader("Range")).isFalse();
    }

    @Test
    @Rule("R-SEEK-14")
    void seekingBack_inDecodedDataThatWasKept_asksNobody() throws IOException {
        decode(true);
        HINTERNET request = answered("Content-Encoding: gzip\r\n", coded("gzip"), "gzip");
        client.read(request, ByteBuffer.allocate(20));

        assertThat(api.InternetSetFilePointer(request, 8, null, 0, 0)).isEqualTo(8);

        assertThat(client.readText(request)).isEqualTo(TEXT.substring(8));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule("R-COMP-1")
    void everyMemberOfAGzipBody_isDecoded_howeverLateItComes() throws IOException {
        Conversation async = async();
        assertThat(api.InternetSetOption(
                        async.connect(), InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(1), 4))
                .isTrue();
        byte[] member = coded("gzip");
        Gate gate = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + 2 * member.length + "\r\n\r\n")
                .send(member)
                .hold(gate)
                .send(member));
        HINTERNET request = async.openRequest("/");
        assertThat(async.send(request, "Accept-Encoding: gzip", new byte[0])).isZero();
        log.clear();
        ByteBuffer all = ByteBuffer.allocate(5000);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(request, all, 5000, count)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        gate.open();

        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);

        assertThat(count.value).isEqualTo(2 * TEXT.length());
    }
}
