package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.GOPHER_FIND_DATAA;
import io.github.wininet4j.constant.GopherAttribute;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedGopherServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.GOPHER_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gopher as Windows had it up to XP, switched on, with a server that answers as it is told to. */
@ContractTest
final class GopherSwitchContractTest {
    private static final int ROOM = 1_000;
    private static final String ATTRIBUTES = "+-1\r\n"
            + "+INFO: 0About\tabout\th\t70\t+\r\n"
            + "+ADMIN:\r\n Admin: Frodo <frodo@bag.end>\r\n Mod-Date: a day <20200102030405>\r\n TTL: 180\r\n"
            + "+VIEWS:\r\n text/plain En_US: <10k>\r\n"
            + "+ABSTRACT:\r\n What it is\r\n about\r\n"
            + "+ODD: one\r\n two\r\n.\r\n";

    private final BackEnd api;
    private final ScriptedGopherServer server;
    private HINTERNET session;
    private HINTERNET connect;

    GopherSwitchContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.GOPHER));
        this.server = backEnd.closeAfterTest(ScriptedGopherServer.start());
    }

    @BeforeEach
    void connect() {
        session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 0);
        assertThat(connect).isNotNull();
    }

    private String locator(String display, String selector, int type) {
        TextBuffer text = new TextBuffer(ROOM);
        assertThat(api.GopherCreateLocator(
                        "127.0.0.1", server.port(), display, selector, type, text, new DwordRef(ROOM)))
                .isTrue();
        return text.toString();
    }

    private String document(String locator) {
        return read(api.GopherOpenFile(connect, locator, null, 0, 0));
    }

    private String read(HINTERNET file) {
        assertThat(file).as("error " + api.GetLastError()).isNotNull();
        StringBuilder text = new StringBuilder();
        DwordRef count = new DwordRef(1);
        ByteBuffer piece = ByteBuffer.allocate(7);
        while (count.value > 0) {
            assertThat(api.InternetReadFile(file, piece.clear(), 7, count)).isTrue();
            text.append(new String(piece.array(), 0, count.value, StandardCharsets.ISO_8859_1));
        }
        assertThat(api.InternetCloseHandle(file)).isTrue();
        return text.toString();
    }

    @Test
    @Rule({"R-GOPHER-2", "R-GOPHER-3", "R-GOPHER-7"})
    void gopherCreateLocator_makesWhatGetLocatorTypeReads() {
        DwordRef size = new DwordRef(0);
        assertThat(api.GopherCreateLocator("h", 0, "Text", "sel", 0, null, size))
                .isTrue();
        assertThat(size.value).isEqualTo("1Text\tsel\th\t70\r\n".length() + 1);
        TextBuffer text = new TextBuffer(ROOM);
        size.value = 5;
        assertThat(api.GopherCreateLocator("h", 0, "Text", "sel", 0, text, size))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo("1Text\tsel\th\t70\r\n".length() + 1);
        int plus = GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        size.value = ROOM;
        assertThat(api.GopherCreateLocator("h", 71, null, null, plus, text, size))
                .isTrue();
        assertThat(text).hasToString("0\t\th\t71\t+\r\n");
        assertThat(size.value).isEqualTo("0\t\th\t71\t+\r\n".length());

        DwordRef type = new DwordRef();
        assertThat(api.GopherGetLocatorType(text.toString(), type)).isTrue();
        assertThat(type.value).isEqualTo(plus);
        for (int bit = 0; bit < 21; bit++) {
            assertThat(api.GopherGetLocatorType(locator("d", "s", 1 << bit), type))
                    .isTrue();
            assertThat(type.value).isEqualTo(1 << bit);
        }
    }

    @Test
    @Rule({"R-GOPHER-2", "R-GOPHER-3", "R-PROJ-GOPHER-3"})
    void locator_thatIsNone_isRefused() {
        DwordRef size = new DwordRef(ROOM);
        for (String part : List.of("a\r\nb", "a\tb", "a\0b", "x".repeat(300))) {
            assertThat(api.GopherCreateLocator("h", 70, part, "s", 1, null, size))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            assertThat(api.GopherCreateLocator("h", 70, "d", part, 1, null, size))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(api.GopherCreateLocator("h", 70, "d", "s", 3, null, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        for (String text : List.of("", "1", "1a\tb\tc", "1a\tb\tc\tport", "1a\tb\t\t70", "1a\tb\tc\t70000", "x\r\ny")) {
            assertThat(api.GopherGetLocatorType(text, new DwordRef())).as(text).isFalse();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_INVALID_LOCATOR);
        }
    }

    @Test
    @Rule({"R-GOPHER-4", "R-NEXT-1", "R-PROJ-GOPHER-2"})
    void gopherFindFirstFile_listsTheTopMenu_andPassesOverWhatIsNoItem() {
        server.answer(
                "",
                server.line("iWelcome", "", "") + "garbage\r\n" + "1no port\ts\th\tx\r\n"
                        + server.line("0About", "about", "") + server.line("1More", "more", "\t+") + ".\r\n");
        GOPHER_FIND_DATA data = new GOPHER_FIND_DATA();

        HINTERNET find = api.GopherFindFirstFile(connect, null, null, data, 0, 0);

        assertThat(find).isNotNull();
        assertThat(data.DisplayString).isEqualTo("Welcome");
        assertThat(data.GopherType).isEqualTo(GopherType.GOPHER_TYPE_INLINE);
        assertThat(api.InternetFindNextFile(find, data)).isTrue();
        assertThat(data.DisplayString).isEqualTo("About");
        assertThat(data.Locator).isEqualTo(server.line("0About", "about", ""));
        assertThat(api.InternetFindNextFile(find, data)).isTrue();
        assertThat(data.GopherType).isEqualTo(GopherType.GOPHER_TYPE_DIRECTORY | GopherType.GOPHER_TYPE_GOPHER_PLUS);
        assertThat(api.InternetFindNextFile(find, data)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        DwordRef kind = new DwordRef();
        assertThat(api.InternetQueryOption(find, InternetOption.INTERNET_OPTION_HANDLE_TYPE, kind, new DwordRef(4)))
                .isTrue();
        assertThat(kind.value).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_GOPHER_FIND);
        assertThat(api.InternetCloseHandle(find)).isTrue();
    }

    @Test
    @Rule({"R-GOPHER-4"})
    void gopherFindFirstFile_withASearch_sendsIt() {
        server.answer("find\twhat for", server.line("0Found", "found", "") + ".\r\n");
        GOPHER_FIND_DATA data = new GOPHER_FIND_DATA();
        String index = locator("Search", "find", GopherType.GOPHER_TYPE_INDEX_SERVER);

        assertThat(api.GopherFindFirstFile(connect, index, "what for", data, 0, 0))
                .isNotNull();

        assertThat(data.DisplayString).isEqualTo("Found");
        assertThat(server.requests()).containsExactly("find\twhat for");
        assertThat(api.GopherFindFirstFile(connect, index, "two\r\nlines", data, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-GOPHER-4", "R-GOPHER-6"})
    void gopherFindFirstFile_onGopherPlus_hasSizesAndTimes() {
        server.answer(
                "dir\t$",
                "+-1\r\n+INFO: " + server.line("0Old", "old", "\t+").replace("\r\n", "")
                        + "\r\n+ADMIN:\r\n Mod-Date: then <20200102030405>\r\n+VIEWS:\r\n text/plain: <1.5k>\r\n"
                        + "+INFO: " + server.line("9New", "new", "\t+") + ".\r\n");
        GOPHER_FIND_DATA data = new GOPHER_FIND_DATA();
        int plus = GopherType.GOPHER_TYPE_DIRECTORY | GopherType.GOPHER_TYPE_GOPHER_PLUS;

        HINTERNET find = api.GopherFindFirstFile(connect, locator("d", "dir", plus), null, data, 0, 0);

        assertThat(find).isNotNull();
        assertThat(data.SizeLow).isEqualTo(1536);
        assertThat(data.LastModificationTime.steps())
                .isEqualTo(FILETIME.of(Instant.parse("2020-01-02T03:04:05Z")).steps());
        assertThat(api.InternetFindNextFile(find, data)).isTrue();
        assertThat(data.DisplayString).isEqualTo("New");
        assertThat(data.SizeLow).isZero();
    }

    @Test
    @Rule({"R-GOPHER-4", "R-LASTRESP-1", "R-ERRN-12003", "R-ERRN-12135"})
    void gopherFindFirstFile_onWhatIsNoMenu_fails() {
        String missing = locator("d", "missing", GopherType.GOPHER_TYPE_DIRECTORY);
        assertThat(api.GopherFindFirstFile(connect, missing, null, null, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        TextBuffer said = new TextBuffer(ROOM);
        assertThat(api.InternetGetLastResponseInfo(new DwordRef(), said, new DwordRef(ROOM)))
                .isTrue();
        assertThat(said).hasToString("no such item");
        String text = locator("d", "s", GopherType.GOPHER_TYPE_TEXT_FILE);
        assertThat(api.GopherFindFirstFile(connect, text, null, null, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_INCORRECT_LOCATOR_TYPE);
        assertThat(api.GopherFindFirstFile(session, null, null, null, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }

    @Test
    @Rule({"R-GOPHER-5", "R-PROJ-GOPHER-1"})
    void gopherOpenFile_readsATextUpToItsDot_andOthersToTheEnd() {
        server.answer("text", "one\r\n..two\r\n.\r\nthree\r\n.\r\n").answer("bytes", "a\r\n.\r\n");

        assertThat(document(locator("d", "text", GopherType.GOPHER_TYPE_TEXT_FILE)))
                .isEqualTo("one\r\n.two\r\n.\r\nthree\r\n");
        assertThat(document(locator("d", "bytes", GopherType.GOPHER_TYPE_BINARY)))
                .isEqualTo("a\r\n.\r\n");
        assertThat(api.GopherOpenFile(connect, locator("d", "s", 0), null, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_NOT_FILE);
        String plain = locator("d", "text", GopherType.GOPHER_TYPE_TEXT_FILE);
        assertThat(api.GopherOpenFile(connect, plain, "text/html", 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_NOT_GOPHER_PLUS);
    }

    @Test
    @Rule({"R-GOPHER-5", "R-GOPHER-6", "R-ERRN-12130", "R-ERRN-12132"})
    void gopherOpenFile_onGopherPlus_asksForTheView_andReadsWhatTheHeadSays() {
        int plus = GopherType.GOPHER_TYPE_BINARY | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        server.answer("s\t+text/html", "+5\r\n12345rest").answer("s\t+", "+-2\r\nall\r\n.\r\n");
        server.answer("short\t+", "+9\r\n1234")
                .answer("bad\t+", "--1\r\n1 gone\r\n.\r\n")
                .answer("odd\t+", "x\r\n");

        HINTERNET view = api.GopherOpenFile(connect, locator("d", "s", plus), "text/html", 0, 0);
        assertThat(read(view)).isEqualTo("12345");
        assertThat(document(locator("d", "s", plus))).isEqualTo("all\r\n.\r\n");
        HINTERNET cut = api.GopherOpenFile(connect, locator("d", "short", plus), null, 0, 0);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(cut, ByteBuffer.allocate(9), 9, count)).isTrue();
        assertThat(count.value).isEqualTo(4);
        assertThat(api.InternetReadFile(cut, ByteBuffer.allocate(9), 9, count)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_DATA_ERROR);
        assertThat(api.GopherOpenFile(connect, locator("d", "bad", plus), null, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(api.GopherOpenFile(connect, locator("d", "odd", plus), null, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_PROTOCOL_ERROR);
    }

    @Test
    @Rule({"R-GOPHER-6", "R-PROJ-GOPHER-4", "R-ERRN-12136", "R-ERRN-12137"})
    void gopherGetAttribute_fillsTheBuffer() {
        int plus = GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        server.answer("about\t!", ATTRIBUTES);
        String item = locator("About", "about", plus);
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        DwordRef count = new DwordRef();

        assertThat(api.GopherGetAttribute(connect, item, "+VIEWS ODD", buffer, ROOM, count, null, 0))
                .isTrue();

        String expected = "+VIEWS: \r\n text/plain En_US: <10k>\r\n+ODD: one\r\n two\r\n";
        assertThat(count.value).isEqualTo(expected.length());
        assertThat(new String(buffer.array(), 0, 2 * count.value, StandardCharsets.UTF_16LE))
                .isEqualTo(expected);
        assertThat(api.GopherGetAttribute(connect, item, "NONE", buffer, ROOM, count, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_ATTRIBUTE_NOT_FOUND);
        assertThat(api.GopherGetAttribute(connect, item, null, buffer, 256, count, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(count.value).isGreaterThan(128);
        assertThat(api.GopherGetAttribute(connect, item, null, buffer, 255, count, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        String plain = locator("About", "about", GopherType.GOPHER_TYPE_TEXT_FILE);
        assertThat(api.GopherGetAttribute(connect, plain, null, buffer, ROOM, count, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_NOT_GOPHER_PLUS);
    }

    @Test
    @Rule("R-GOPHER-6")
    void gopherGetAttribute_withAnEnumeratorThatHasEnough_endsThere() {
        int plus = GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        server.answer("about\t!", ATTRIBUTES);
        List<Integer> categories = new ArrayList<>();

        assertThat(api.GopherGetAttribute(
                        connect,
                        locator("About", "about", plus),
                        null,
                        null,
                        0,
                        new DwordRef(),
                        (attribute, error) -> categories.add(attribute.CategoryId) && categories.size() < 2,
                        0))
                .isTrue();

        assertThat(categories)
                .containsExactly(GopherAttribute.GOPHER_CATEGORY_ID_INFO, GopherAttribute.GOPHER_CATEGORY_ID_ADMIN);
    }

    @Test
    @Rule("R-GOPHER-6")
    void gopherGetAttribute_withAnEnumerator_takesTheAttributesApart() {
        int plus = GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        server.answer("about\t!", ATTRIBUTES);
        List<GOPHER_ATTRIBUTE_TYPE> all = new ArrayList<>();

        assertThat(api.GopherGetAttribute(
                        connect,
                        locator("About", "about", plus),
                        null,
                        null,
                        0,
                        new DwordRef(),
                        (attribute, error) -> all.add(attribute),
                        0))
                .isTrue();

        assertThat(all)
                .extracting(attribute -> attribute.AttributeId)
                .containsExactly(
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_UNKNOWN,
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_ADMIN,
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_MOD_DATE,
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_TTL,
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_VIEW,
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_ABSTRACT,
                        GopherAttribute.GOPHER_ATTRIBUTE_ID_UNKNOWN);
        assertThat(all.get(1).Admin.EmailAddress).isEqualTo("frodo@bag.end");
        assertThat(all.get(3).Ttl.Ttl).isEqualTo(180);
        assertThat(all.get(4).View.Size).isEqualTo(10_240);
        assertThat(all.get(5).Abstract.ShortAbstract).isEqualTo("What it is\r\nabout");
    }

    @Test
    @Rule({"R-URLOPEN-7", "R-GOPHER-1", "R-GOPHER-8"})
    void internetOpenUrl_onGopher_readsDocumentsAndMenus() {
        server.answer("about", "text\r\n.\r\n")
                .answer("dir", server.line("0<b>", "a b", "") + server.line("iinfo", "", "") + ".\r\n");
        String url = "gopher://127.0.0.1:" + server.port() + "/";

        assertThat(read(api.InternetOpenUrl(session, url + "0about", null, 0, 0, 0)))
                .isEqualTo("text\r\n");
        assertThat(read(api.InternetOpenUrl(session, url + "1dir", null, 0, 0, 0)))
                .contains("<a href=\"" + url + "0a%20b\">&lt;b&gt;</a>\r\ninfo\r\n");
        HINTERNET raw = api.InternetOpenUrl(session, url + "1dir", null, 0, InternetFlag.INTERNET_FLAG_RAW_DATA, 0);
        GOPHER_FIND_DATA data = new GOPHER_FIND_DATA();
        assertThat(api.InternetFindNextFile(raw, data)).isTrue();
        assertThat(data.DisplayString).isEqualTo("<b>");
        for (String bad : List.of("gopher://127.0.0.1:25/0x", "gopher:///0x")) {
            assertThat(api.InternetOpenUrl(session, bad, null, 0, 0, 0)).isNull();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        assertThat(api.InternetOpenUrl(session, url + "0a%0d%0ab", null, 0, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-GOPHER-2", "R-GOPHER-4", "R-GOPHER-6"})
    void ansiFunctions_doTheSameOverBytes() {
        AnsiWinInet ansi = AnsiWinInet.over(api, StandardCharsets.ISO_8859_1);
        int plus = GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        server.answer("", server.line("0\u00c3\u00a4", "about", "") + ".\r\n").answer("about\t!", ATTRIBUTES);
        byte[] locator = new byte[ROOM];
        byte[] host = "127.0.0.1\0".getBytes(StandardCharsets.US_ASCII);
        assertThat(ansi.GopherCreateLocatorA(
                        host,
                        server.port(),
                        null,
                        "about\0".getBytes(StandardCharsets.US_ASCII),
                        plus,
                        locator,
                        new DwordRef(ROOM)))
                .isTrue();
        DwordRef type = new DwordRef();
        assertThat(ansi.GopherGetLocatorTypeA(locator, type)).isTrue();
        assertThat(type.value).isEqualTo(plus);
        GOPHER_FIND_DATAA data = new GOPHER_FIND_DATAA();
        assertThat(ansi.GopherFindFirstFileA(connect, null, null, data, 0, 0)).isNotNull();
        assertThat(data.DisplayString).startsWith((byte) 0xE4, (byte) 0);
        assertThat(ansi.GopherOpenFileA(connect, host, null, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_GOPHER_INVALID_LOCATOR);
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        DwordRef count = new DwordRef();
        assertThat(ansi.GopherGetAttributeA(connect, locator, null, buffer, ROOM, count, null, 0))
                .isTrue();
        assertThat(new String(buffer.array(), 0, count.value, StandardCharsets.ISO_8859_1))
                .startsWith("+INFO: 0About")
                .endsWith(" two\r\n");
    }
}
