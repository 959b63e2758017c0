package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cookies that outlive the back end that set them. */
@ContractTest
final class CookiePersistenceContractTest {
    private static final String URL = "http://www.example.org/dir/";
    private static final String LATER = "; expires=Fri, 31-Dec-2049 23:59:59 GMT";
    private static final String PAST = "; expires=Thu, 01-Jan-1970 00:00:00 GMT";

    private final BackEndUnderTest backEnd;
    private final Path folder;

    CookiePersistenceContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.folder = backEnd.temporaryFolder().resolve("data");
    }

    private BackEnd open() {
        return backEnd.open(config -> config.withDataDirectory(folder));
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    @Rule({"R-COOKIE-2", "R-COOKIE-41"})
    void cookieWithExpiry_isThereAgain_aSessionCookieIsNot() {
        CookieClient first = new CookieClient(open());
        first.set(URL, "kept=1; HttpOnlyNot" + LATER);
        first.set(URL, "nameless and secure; secure" + LATER);
        first.set(URL, "session=2");
        first.set(URL, "domain=3; domain=example.org; path=/" + LATER);

        CookieClient second = new CookieClient(open());

        assertThat(second.get("https://www.example.org/dir/")).isEqualTo("kept=1; nameless and secure; domain=3");
        assertThat(second.get(URL)).isEqualTo("kept=1; domain=3");
        assertThat(second.get("http://example.org/")).isEqualTo("domain=3");
    }

    @Test
    @Rule({"R-COOKIE-2", "R-COOKIE-32"})
    void cookie_thatIsReplacedOrDeleted_isSoForLaterOnesToo() {
        CookieClient first = new CookieClient(open());
        first.set(URL, "deleted=1" + LATER);
        first.set(URL, "replaced=1" + LATER);
        first.set(URL, "downgraded=1" + LATER);
        first.set(URL, "deleted=" + PAST);
        first.set(URL, "replaced=2" + LATER);
        first.set(URL, "downgraded=2");

        assertThat(new CookieClient(open()).get(URL)).isEqualTo("replaced=2");
    }

    @Test
    @Rule("R-COOKIE-2")
    void backEnds_withOneFolder_keepEachOthersCookies() {
        CookieClient first = new CookieClient(open());
        CookieClient second = new CookieClient(open());
        assertThat(first.get(URL)).isEmpty();
        assertThat(second.get(URL)).isEmpty();
        first.set(URL, "a=1" + LATER);
        second.set(URL, "b=2" + LATER);
        first.set(URL, "c=3" + LATER);

        assertThat(new CookieClient(open()).get(URL).split("; ")).containsExactlyInAnyOrder("a=1", "b=2", "c=3");
    }

    @Test
    @Rule({"R-COOKIE-2", "R-COOKIE-32"})
    void cookie_endsWithItsTime() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
        CookieClient first = new CookieClient(
                backEnd.open(config -> config.withDataDirectory(folder).withClock(now::get)));
        first.set(URL, "short=1; expires=Tue, 01-Jan-2030 01:00:00 GMT");
        first.set(URL, "long=2; expires=Tue, 01-Jan-2030 03:00:00 GMT");
        assertThat(first.get(URL)).isEqualTo("short=1; long=2");

        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));

        assertThat(first.get(URL)).isEqualTo("long=2");
        assertThat(new CookieClient(backEnd.open(
                                config -> config.withDataDirectory(folder).withClock(now::get)))
                        .get(URL))
                .isEqualTo("long=2");
    }

    @Test
    @Rule({"R-COOKIE-2", "R-OPTN-81", "R-CBX-10"})
    void nothing_isWrittenForSessionCookies_orIfTheOptionSaysSo() throws IOException {
        BackEnd api = open();
        CookieClient client = new CookieClient(api);
        client.set(URL, "session=1");
        assertThat(folder).doesNotExist();
        DwordRef memory = new DwordRef(OptionValue.INTERNET_SUPPRESS_COOKIE_PERSIST);
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SUPPRESS_BEHAVIOR, memory, 4))
                .isTrue();
        client.set(URL, "memory=2" + LATER);
        assertThat(folder).doesNotExist();
        assertThat(client.get(URL)).isEqualTo("session=1; memory=2");

        memory.value = OptionValue.INTERNET_SUPPRESS_COOKIE_PERSIST_RESET;
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SUPPRESS_BEHAVIOR, memory, 4))
                .isTrue();
        client.set(URL, "disk=3" + LATER);
        assertThat(files()).isEqualTo(1);
        assertThat(new CookieClient(open()).get(URL)).isEqualTo("disk=3");
    }

    @Test
    @Rule("R-COOKIE-2")
    void folder_thatCannotBeUsed_leavesCookiesInMemory() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("cookies"), "a file where the folder should be");
        CookieClient client = new CookieClient(open());

        try (CapturedLog logged = CapturedLog.start()) {
            client.set(URL, "a=1" + LATER);
            logged.await(folder.resolve("cookies").toString());
        }

        assertThat(client.get(URL)).isEqualTo("a=1");
        assertThat(new CookieClient(open()).get(URL)).isEmpty();
    }
}
