package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.GopherPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Gopher with servers that nobody here wrote. */
@ContractTest
final class GopherPeersContractTest {
    private static final String TEXT = "one\n.two\n\u00fc\n";

    private final BackEndUnderTest backEnd;
    private final BackEnd api;

    GopherPeersContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.GOPHER));
    }

    private HINTERNET session() {
        return api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
    }

    private HINTERNET connect(GopherPeer peer) {
        return api.InternetConnect(
                session(), "127.0.0.1", peer.port(), null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 0);
    }

    /** The items of a menu by their text. */
    private Map<String, GOPHER_FIND_DATA> menu(HINTERNET connect, String locator) {
        Map<String, GOPHER_FIND_DATA> items = new TreeMap<>();
        GOPHER_FIND_DATA data = new GOPHER_FIND_DATA();
        HINTERNET find = api.GopherFindFirstFile(connect, locator, null, data, 0, 0);
        assertThat(find).as("error " + api.GetLastError()).isNotNull();
        do {
            items.put(data.DisplayString, data);
            data = new GOPHER_FIND_DATA();
        } while (api.InternetFindNextFile(find, data));
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(api.InternetCloseHandle(find)).isTrue();
        return items;
    }

    private String read(HINTERNET file) {
        assertThat(file).as("error " + api.GetLastError()).isNotNull();
        ByteBuffer bytes = ByteBuffer.allocate(10_000);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(file, bytes, 10_000, count)).isTrue();
        assertThat(api.InternetCloseHandle(file)).isTrue();
        return new String(bytes.array(), 0, count.value, StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    @Rule({"R-GOPHER-4", "R-GOPHER-5", "R-URLOPEN-7"})
    void gophernicus_listsAndGivesItsFiles() throws Exception {
        GopherPeer peer = backEnd.closeAfterTest(GopherPeer.gophernicus());
        peer.write("text.txt", TEXT);
        peer.write("folder/below.bin", "bytes");
        HINTERNET connect = connect(peer);

        Map<String, GOPHER_FIND_DATA> items = menu(connect, null);

        String file = items.keySet().stream()
                .filter(name -> name.startsWith("text.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(items.get(file).GopherType).isEqualTo(GopherType.GOPHER_TYPE_TEXT_FILE);
        assertThat(read(api.GopherOpenFile(connect, items.get(file).Locator, null, 0, 0)))
                .isEqualTo(TEXT);
        String folder = items.keySet().stream()
                .filter(name -> name.startsWith("folder"))
                .findFirst()
                .orElseThrow();
        assertThat(items.get(folder).GopherType).isEqualTo(GopherType.GOPHER_TYPE_DIRECTORY);
        assertThat(menu(connect, items.get(folder).Locator).keySet()).anyMatch(name -> name.startsWith("below.bin"));
        String url = "gopher://127.0.0.1:" + peer.port() + "/";
        assertThat(read(api.InternetOpenUrl(session(), url, null, 0, 0, 0))).contains(url + "0/text.txt\"");
        assertThat(read(api.InternetOpenUrl(session(), url + "9/folder/below.bin", null, 0, 0, 0)))
                .isEqualTo("bytes");
    }

    @Test
    @Rule({"R-GOPHER-2", "R-GOPHER-4", "R-GOPHER-5", "R-GOPHER-6"})
    void pygopherd_tellsOfItsItems_byGopherPlus() throws Exception {
        GopherPeer peer = backEnd.closeAfterTest(GopherPeer.pygopherd());
        peer.write("text.txt", TEXT);
        peer.write("text.txt.abstract", "what it is");
        peer.write("folder/below.txt", "below");
        HINTERNET connect = connect(peer);
        TextBuffer root = new TextBuffer(654);
        int plus = GopherType.GOPHER_TYPE_DIRECTORY | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        assertThat(api.GopherCreateLocator("127.0.0.1", peer.port(), "top", "", plus, root, new DwordRef(654)))
                .isTrue();

        assertThat(menu(connect, null)).containsKeys("text", "folder");
        GOPHER_FIND_DATA text = menu(connect, root.toString()).get("text");

        assertThat(text.GopherType).isEqualTo(GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS);
        assertThat(text.LastModificationTime.steps()).isPositive();
        assertThat(read(api.GopherOpenFile(connect, text.Locator, null, 0, 0))).isEqualTo(TEXT);
        ByteBuffer buffer = ByteBuffer.allocate(4_000);
        DwordRef count = new DwordRef();
        assertThat(api.GopherGetAttribute(connect, text.Locator, "VIEWS ABSTRACT", buffer, 4_000, count, null, 0))
                .isTrue();
        assertThat(new String(buffer.array(), 0, 2 * count.value, StandardCharsets.UTF_16LE))
                .contains("+VIEWS:", "text/plain", "+ABSTRACT:", "what it is");
    }
}
