package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_TIMESTAMPS;
import io.github.wininet4j.type.INTERNET_CONNECTED_INFO;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, positions and entries behind requests that the URL cache answers or keeps. */
@ContractTest
final class CacheFileContractTest extends CacheFixture {
    private final CacheClient cache;

    CacheFileContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.cache = new CacheClient(api);
    }

    private String dataFile(HINTERNET request) {
        TextBuffer name = new TextBuffer(1000);
        return api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, new DwordRef(2000))
                ? name.toString()
                : null;
    }

    @Test
    @Rule({"R-CACHE-1", "R-CENT-14", "R-OPTN-33", "R-CENT-6"})
    void keptResponse_isAnEntryWithAFile() {
        server.handle(
                "/a.txt", response(FRESH + "Last-Modified: Sat, 28 Nov 2026 03:00:00 GMT\r\nX-Kept: 1\r\n", "hello"));
        Conversation client = sync();
        HINTERNET request = client.get("/a.txt");
        client.readText(request);

        INTERNET_CACHE_ENTRY_INFO info = cache.info(server.url("/a.txt"));

        assertThat(Path.of(info.lpszLocalFileName)).hasContent("hello").hasExtension("txt");
        assertThat(info.lpHeaderInfo).startsWith("HTTP/1.1 200 OK\r\n").contains("X-Kept: 1\r\n");
        assertThat(info.CacheEntryType).isEqualTo(CacheEntryType.NORMAL_CACHE_ENTRY);
        assertThat(info.ExpireTime.toInstant()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(info.LastModifiedTime.toInstant()).isEqualTo("2026-11-28T03:00:00Z");
        assertThat(dataFile(request)).isEqualTo(info.lpszLocalFileName);
    }

    @Test
    @Rule({"R-CACHE-2", "R-CENT-5"})
    void entryThatAProgramStored_answersARequest() {
        cache.store(
                server.url("/mine"),
                "by hand",
                CacheEntryType.NORMAL_CACHE_ENTRY,
                FILETIME.of(clock.instant().plusSeconds(100)));

        assertThat(get(sync(), "/mine", 0)).isEqualTo("by hand");

        assertThat(requests()).isZero();
    }

    @Test
    @Rule("R-OPTN-64")
    void editedEntry_answersUnlessTheNetworkIsToBeAsked() {
        server.handle("/mine", response(FRESH, "theirs"));
        FILETIME past = FILETIME.of(clock.instant().minusSeconds(100));
        cache.store(server.url("/mine"), "edited", CacheEntryType.EDITED_CACHE_ENTRY, past);
        Conversation client = sync();

        assertThat(get(client, "/mine", 0)).isEqualTo("edited");
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_BYPASS_EDITED_ENTRY, new DwordRef(1), 4))
                .isTrue();
        assertThat(get(client, "/mine", 0)).isEqualTo("theirs");
    }

    @Test
    @Rule("R-OPTN-69")
    void cacheTimestamps_areThoseOfTheEntry() {
        server.handle("/a", response(FRESH + "Last-Modified: Sat, 28 Nov 2026 03:00:00 GMT\r\n", "hello"));
        server.handle("/b", response("Cache-Control: no-store\r\n", "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        HINTERNET request = client.get("/a");
        INTERNET_CACHE_TIMESTAMPS times = new INTERNET_CACHE_TIMESTAMPS();

        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_CACHE_TIMESTAMPS, times, new DwordRef(16)))
                .isTrue();
        assertThat(times.ftExpires.toInstant()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(times.ftLastModified.toInstant()).isEqualTo("2026-11-28T03:00:00Z");
        assertThat(api.InternetQueryOption(
                        client.get("/b"), InternetOption.INTERNET_OPTION_CACHE_TIMESTAMPS, times, new DwordRef(16)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    @Test
    @Rule("R-OPTN-96")
    void dataFileExtension_isThatOfFilesOfLaterRequests() {
        server.handle("/a.htm", response(FRESH, "hello"));
        Conversation client = sync();
        assertThat(api.InternetSetOption(
                        client.session(), InternetOption.INTERNET_OPTION_DATAFILE_EXT, new TextBuffer("txt"), 3))
                .isTrue();

        get(client, "/a.htm", 0);

        assertThat(Path.of(cache.info(server.url("/a.htm")).lpszLocalFileName)).hasExtension("txt");
    }

    @Test
    @Rule("R-OPTN-53")
    void secondaryCacheKey_tellsEntriesOfOneUrlApart() {
        server.onRequest(response(FRESH, "first"));
        server.onRequest(response(FRESH, "second"));
        Conversation client = sync();
        assertThat(get(client, "/a", 0)).isEqualTo("first");

        for (int i = 0; i < 2; i++) {
            HINTERNET request = client.openRequest("/a");
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_SECONDARY_CACHE_KEY, new TextBuffer("user"), 4))
                    .isTrue();
            assertThat(client.send(request)).isZero();
            assertThat(client.readText(request)).isEqualTo("second");
        }
        assertThat(get(client, "/a", 0)).isEqualTo("first");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule({"R-CENT-34", "R-CACHE-1", "R-PROJ-CACHE-25"})
    void response_ofAContainerWithAPath_isKeptBelowIt_andAnswersFromThere(@TempDir Path folder) {
        server.handle("/in/a.txt", response(FRESH, "hello"));
        server.handle("/out.txt", response(FRESH, "other"));
        assertThat(api.CreateUrlCacheContainer("in", server.url("/in/"), folder.toString(), 0, 0, 0, null, null))
                .isTrue();
        Conversation client = sync();
        get(client, "/in/a.txt", 0);
        get(client, "/out.txt", 0);

        assertThat(get(client, "/in/a.txt", 0)).isEqualTo("hello");

        assertThat(requests()).isEqualTo(2);
        assertThat(Path.of(cache.info(server.url("/in/a.txt")).lpszLocalFileName))
                .startsWith(folder)
                .hasContent("hello");
        assertThat(Path.of(cache.info(server.url("/out.txt")).lpszLocalFileName).startsWith(folder))
                .isFalse();
    }

    @Test
    @Rule({"R-PROJ-CACHE-16", "R-OPTN-53"})
    void post_takesTheCopyUnderItsSecondaryKeyAway() {
        server.onRequest(response(FRESH, "before"));
        server.onRequest(response("Location: /a\r\n", ""));
        server.onRequest(response(FRESH, "after"));
        Conversation client = sync();
        assertThat(client.readText(withKey(client, "GET", "user"))).isEqualTo("before");
        assertThat(client.readText(withKey(client, "GET", "user"))).isEqualTo("before");

        withKey(client, "POST", "user");

        assertThat(client.readText(withKey(client, "GET", "user"))).isEqualTo("after");
        assertThat(requests()).isEqualTo(3);
    }

    private HINTERNET withKey(Conversation client, String verb, String key) {
        HINTERNET request = client.openRequest(verb, "/a", 0);
        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_SECONDARY_CACHE_KEY, new TextBuffer(key), key.length()))
                .isTrue();
        assertThat(client.send(request)).isZero();
        return request;
    }

    @Test
    @Rule("R-CACHE-2")
    void response_thatVaries_answersRequestsLikeItsOwnOnly() {
        server.handle("/a", response(FRESH + "Vary: Accept-Language, X-Other\r\n", "hello"));
        server.handle("/star", response(FRESH + "Vary: *\r\n", "hello"));
        server.handle("/cookie", response(FRESH + "Vary: Cookie\r\n", "hello"));
        Conversation client = sync();
        sendWith(client, "/a", "Accept-Language: de");
        sendWith(client, "/a", "accept-language: de");
        assertThat(requests()).isEqualTo(1);
        sendWith(client, "/a", "Accept-Language: en");
        sendWith(client, "/a", "");
        assertThat(requests()).isEqualTo(3);
        for (String target : new String[] {"/star", "/star", "/cookie", "/cookie"}) {
            get(client, target, 0);
        }
        assertThat(requests()).isEqualTo(7);
    }

    private void sendWith(Conversation client, String target, String header) {
        HINTERNET request = client.openRequest(target);
        assertThat(client.send(request, header, new byte[0])).isZero();
        client.readText(request);
    }

    @Test
    @Rule("R-CACHE-1")
    void responseToARange_isNotKept() {
        server.onRequest("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-0/5\r\n" + FRESH
                + "Content-Length: 1\r\n\r\nh");
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        sendWith(client, "/a", "Range: bytes=0-0");

        assertThat(get(client, "/a", 0)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(2);
        server.onRequest("HTTP/1.1 404 Not Found\r\n" + FRESH + "Content-Length: 0\r\n\r\n");
        server.handle("/missing", response(FRESH, "there"));
        get(client, "/missing", 0);
        assertThat(get(client, "/missing", 0)).isEqualTo("there");
    }

    @Test
    @Rule({"R-REDIR-17", "R-OPTN-122", "R-CENT-17"})
    void keptRedirect_isUsedOnlyWithOption122() {
        server.handle("/old", "HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n");
        server.handle("/new", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/old", 0);
        get(client, "/old", 0);
        assertThat(requests()).isEqualTo(3);
        HINTERNET request = client.openRequest("/old");
        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ, new DwordRef(1), 4))
                .isTrue();

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(requests()).isEqualTo(3);
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        assertThat(api.GetUrlCacheEntryInfoEx(server.url("/old"), info, new DwordRef(8192), null, null, null, 0))
                .isTrue();
        assertThat(info.lpszSourceUrlName).isEqualTo(server.url("/new"));
    }

    @Test
    @Rule({"R-SEEK-3", "R-SEEK-14"})
    void internetSetFilePointer_readsWhatWasKeptWithoutTheNetwork() {
        byte[] body = new byte[100_000];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) ('a' + i % 23);
        }
        String text = new String(body, java.nio.charset.StandardCharsets.US_ASCII);
        server.handle("/long", response(FRESH, text));
        Conversation client = sync();
        for (int round = 0; round < 2; round++) {
            HINTERNET request = client.get("/long");
            ByteBuffer piece = ByteBuffer.allocate(80_000);
            assertThat(client.read(request, piece)).isEqualTo(80_000);
            assertThat(api.InternetSetFilePointer(request, 50_000, null, 0, 0)).isEqualTo(50_000);
            assertThat(client.read(request, piece.clear().limit(1000))).isEqualTo(1000);
            assertThat(Arrays.copyOf(piece.array(), 1000)).isEqualTo(Arrays.copyOfRange(body, 50_000, 51_000));
            assertThat(api.InternetSetFilePointer(request, 99_990, null, 0, 0)).isEqualTo(99_990);
            assertThat(client.readText(request)).isEqualTo(text.substring(99_990));
        }
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule({"R-LOCK-1", "R-LOCK-2", "R-LOCK-6"})
    void internetLockRequestFile_keepsTheFileWhenTheUrlIsFetchedAgain() {
        server.onRequest(response(FRESH, "old"));
        server.onRequest(response(FRESH, "new"));
        Conversation client = sync();
        get(client, "/a", 0);
        HINTERNET request = client.get("/a");
        LockRef lock = new LockRef();
        assertThat(api.InternetLockRequestFile(request, lock)).isTrue();
        Path old = Path.of(dataFile(request));
        client.readText(request);
        assertThat(api.InternetCloseHandle(request)).isTrue();

        assertThat(get(client, "/a", InternetFlag.INTERNET_FLAG_RELOAD)).isEqualTo("new");

        assertThat(old).hasContent("old");
        assertThat(api.InternetUnlockRequestFile(lock.value)).isTrue();
        assertThat(old).doesNotExist();
        assertThat(get(client, "/a", 0)).isEqualTo("new");
    }

    @Test
    @Rule({"R-CACHE-5", "R-OPTN-33"})
    void needFile_givesTheFileOfTheEntryOrATemporaryOne() {
        server.handle("/kept", response(FRESH, "kept"));
        server.handle("/never", response("Cache-Control: no-store\r\n", "never"));
        Conversation client = sync();

        HINTERNET kept = client.openRequest("GET", "/kept", InternetFlag.INTERNET_FLAG_NEED_FILE);
        assertThat(client.send(kept)).isZero();
        client.readText(kept);
        assertThat(dataFile(kept)).isEqualTo(cache.info(server.url("/kept")).lpszLocalFileName);
        HINTERNET never = client.openRequest("GET", "/never", InternetFlag.INTERNET_FLAG_NEED_FILE);
        assertThat(client.send(never)).isZero();
        client.readText(never);
        Path temporary = Path.of(dataFile(never));
        assertThat(temporary).hasContent("never");
        api.InternetCloseHandle(never);
        assertThat(temporary).doesNotExist();
        assertThat(cache.info(server.url("/never"))).isNull();
        api.InternetCloseHandle(kept);
        assertThat(cache.info(server.url("/kept"))).isNotNull();
    }

    private void setState(int state) {
        INTERNET_CONNECTED_INFO info = new INTERNET_CONNECTED_INFO();
        info.dwConnectedState = state;
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_CONNECTED_STATE, info, info.sizeof()))
                .isTrue();
    }

    @Test
    @Rule({"R-CACHE-5", "R-SEND-9"})
    void offline_theCacheAnswersWhateverTheAge() {
        server.handle("/a", response(FRESH, "hello"));
        Conversation client = sync();
        get(client, "/a", 0);
        clock.advance(Duration.ofDays(1));

        setState(InternetState.INTERNET_STATE_DISCONNECTED_BY_USER);

        assertThat(get(client, "/a", 0)).isEqualTo("hello");
        assertThat(client.send(client.openRequest("/b"))).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        setState(InternetState.INTERNET_STATE_CONNECTED);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Rule({"R-CACHE-2", "R-PROJ-CACHE-3"})
    void cacheThatIsSwitchedOff_keepsNothing_oneOfTheEngineEndsWithIt() {
        server.handle("/a", response(FRESH, "hello"));
        BackEnd off = backEnd.open(config -> config.withCache(CachePlace.NONE));
        Conversation without = Conversation.sync(off, backEnd.statusLog(), server);
        get(without, "/a", 0);
        get(without, "/a", 0);
        assertThat(requests()).isEqualTo(2);
        assertThat(new CacheClient(off).urls(null)).isEmpty();
        BackEnd own = backEnd.open(config -> config.withCache(CachePlace.OF_ENGINE));
        Conversation with = Conversation.sync(own, backEnd.statusLog(), server);
        get(with, "/a", 0);
        get(with, "/a", 0);
        assertThat(requests()).isEqualTo(3);
        Path file = Path.of(new CacheClient(own).info(server.url("/a")).lpszLocalFileName);
        assertThat(file).exists();

        own.close();

        assertThat(file).doesNotExist();
    }

    @Test
    @Rule("R-CACHE-2")
    void folderThatCannotBeWritten_costsOnlyTheCopy() throws IOException {
        server.handle("/a", response(FRESH, "hello"));
        Path file = backEnd.temporaryFolder().resolve("file");
        Files.writeString(file, "not a folder");
        BackEnd broken = backEnd.open(config -> config.withCache(CachePlace.at(file.resolve("cache"))));
        Conversation client = Conversation.sync(broken, backEnd.statusLog(), server);
        try (CapturedLog captured = CapturedLog.start()) {
            assertThat(get(client, "/a", 0)).isEqualTo("hello");
            assertThat(get(client, "/a", 0)).isEqualTo("hello");
            assertThat(captured.messages()).hasSize(1);
        }
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Rule("R-CACHE-2")
    void responseByTls_isKeptUnlessTheHostSaysOtherwise() {
        ScriptedHttpServer secure = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        secure.handle("/a", response(FRESH, "hello"));
        BackEnd keeps = backEnd.open(
                config -> config.withTrustStore(TestCertificates.trustStore()).withCache(CachePlace.SHARED));
        BackEnd spares = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore())
                .withCache(CachePlace.SHARED)
                .withSwitches(CompatibilitySwitch.DO_NOT_KEEP_SECURE_RESPONSES));

        for (BackEnd each : new BackEnd[] {keeps, spares}) {
            Conversation client = Conversation.with(
                    each, backEnd.statusLog(), "localhost", secure.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
            get(client, "/a", 0);
            get(client, "/a", 0);
        }

        assertThat(secure.requests()).hasSize(3);
    }

    private static String gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void decode(Conversation client, boolean on) {
        assertThat(api.InternetSetOption(
                        client.connect(), InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(on ? 1 : 0), 4))
                .isTrue();
    }

    /** The coding that the head of a response names, and its text. */
    private String codingAndText(Conversation client, String target) {
        HINTERNET request = client.openRequest(target);
        assertThat(client.send(request, "Accept-Encoding: gzip", new byte[0])).isZero();
        String text = new String(client.readAll(request), StandardCharsets.ISO_8859_1);
        TextBuffer coding = new TextBuffer(50);
        boolean coded =
                api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_CONTENT_ENCODING, coding, new DwordRef(100), null);
        return (coded ? coding.toString() : "none") + ":" + text;
    }

    @Test
    @Rule("R-CACHE-10")
    void responseThatWasKeptAsItCame_isReturnedSo_andOneThatWasDecodedIsDecoded() throws IOException {
        String coded = gzip("hello");
        server.handle("/coded", response(FRESH + "Content-Encoding: gzip\r\n", coded));
        server.handle("/decoded", response(FRESH + "Content-Encoding: gzip\r\n", coded));
        Conversation client = sync();
        decode(client, false);
        assertThat(codingAndText(client, "/coded")).isEqualTo("gzip:" + coded);
        decode(client, true);
        assertThat(codingAndText(client, "/decoded")).isEqualTo("none:hello");

        assertThat(codingAndText(client, "/coded")).isEqualTo("gzip:" + coded);
        decode(client, false);
        assertThat(codingAndText(client, "/decoded")).isEqualTo("none:hello");

        assertThat(requests()).isEqualTo(2);
        assertThat(Path.of(cache.info(server.url("/decoded")).lpszLocalFileName))
                .hasContent("hello");
    }
}
