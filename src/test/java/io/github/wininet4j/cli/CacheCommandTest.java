package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache command on a cache with two entries. */
final class CacheCommandTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nX-Bell: \u0007\r\n\r\n";

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        try (BackEnd api = WinInets.engine(WinInetConfig.defaults().withCache(CachePlace.at(folder.resolve("c"))))) {
            store(api, "http://host/old.txt", "old", FILETIME.of(Instant.parse("2020-01-01T00:00:00Z")));
            store(api, "http://host/new.txt", "newer", FILETIME.of(Instant.parse("2090-01-01T00:00:00Z")));
        }
    }

    private static void store(BackEnd api, String url, String content, FILETIME expires) throws IOException {
        TextBuffer file = new TextBuffer(260);
        assertThat(api.CreateUrlCacheEntry(url, 0, null, file, 0)).isTrue();
        Files.writeString(Path.of(file.toString()), content);
        assertThat(api.CommitUrlCacheEntry(
                        url,
                        file.toString(),
                        expires,
                        new FILETIME(),
                        CacheEntryType.NORMAL_CACHE_ENTRY,
                        HEAD,
                        HEAD.length(),
                        null,
                        null))
                .isTrue();
    }

    private Ran cache(String... args) {
        List<String> all = new ArrayList<>(List.of("cache"));
        all.addAll(List.of(args));
        all.addAll(List.of("--folder", folder.resolve("c").toString()));
        return Ran.main(all.toArray(new String[0]));
    }

    @Test
    void list_showsATableOfTheEntriesThatMatch() {
        Ran all = cache("list");
        assertThat(all.code()).isZero();
        assertThat(all.out().lines()).hasSize(3);
        assertThat(all.out()).contains("2020-01-01T00:00:00Z").contains("http://host/new.txt");
        assertThat(cache("list", "--expired").out()).contains("old.txt").doesNotContain("new.txt");
        assertThat(cache("list", "--match", "new").out().lines()).hasSize(2);
        assertThat(cache("list", "--json", "--match", "new").out())
                .startsWith("{\"url\":\"http://host/new.txt\"")
                .contains("\"size\":5,")
                .contains("\"expires\":\"2090-01-01T00:00:00Z\"");
    }

    @Test
    void show_tellsEverythingWithoutControlCharacters() {
        Ran shown = cache("show", "http://host/new.txt");

        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("HTTP/1.1 200 OK")
                .contains("X-Bell: \\x07")
                .doesNotContain("\u0007");
        assertThat(cache("show", "--json", "http://host/new.txt").out()).contains("X-Bell: \\u0007\\u000d\\u000a");
        assertThat(cache("show", "http://host/absent").code()).isEqualTo(1);
        assertThat(cache("show").code()).isEqualTo(2);
    }

    @Test
    void export_copiesTheContent() {
        Path target = folder.resolve("out");

        assertThat(cache("export", "http://host/new.txt", "--output", target.toString())
                        .code())
                .isZero();

        assertThat(target).hasContent("newer");
        assertThat(cache("export", "http://host/new.txt", "--output", target.toString())
                        .code())
                .isEqualTo(2);
        assertThat(cache("export", "http://host/new.txt").code()).isEqualTo(2);
        Path other = folder.resolve("other");
        assertThat(cache("export", "--json", "http://host/old.txt", "--output", other.toString())
                        .out())
                .isEqualToIgnoringNewLines("{\"bytes\":3,\"file\":\"" + other + "\"}");
    }

    @Test
    void json_isPrintedByEachAction() {
        assertThat(cache("verify", "--json").out())
                .isEqualToIgnoringNewLines("{\"sound\":2,\"damaged\":0,\"broken\":[]}");
        assertThat(cache("size", "--json").out()).startsWith("{\"entries\":2,\"usedKB\":");
        assertThat(cache("list", "--json").out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"url\":"));
        assertThat(cache("delete", "--json", "--match", "host").out())
                .isEqualToIgnoringNewLines("{\"deleted\":2,\"inUse\":0}");
    }

    @Test
    void delete_takesAwayWhatIsNamed() {
        assertThat(cache("delete").code()).isEqualTo(2);
        assertThat(cache("delete", "http://host/absent").code()).isEqualTo(1);
        assertThat(cache("delete", "--expired").out()).isEqualToIgnoringNewLines("1 deleted");
        assertThat(cache("delete", "http://host/new.txt").code()).isZero();
        assertThat(cache("size", "--json").out()).startsWith("{\"entries\":0,\"usedKB\":0,\"quotaKB\":");
    }

    @Test
    void verify_findsWhatIsDamaged() throws IOException {
        assertThat(cache("verify").out()).isEqualToIgnoringNewLines("2 sound, 0 damaged, 0 broken");
        try (Stream<Path> files = Files.list(folder.resolve("c").resolve("content"))) {
            for (Path file :
                    files.filter(each -> each.toString().contains("old")).toList()) {
                Files.writeString(file, "bad");
            }
        }

        Ran verified = cache("verify");

        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).isEqualToIgnoringNewLines("1 sound, 1 damaged, 0 broken");
        assertThat(verified.err()).contains("http://host/old.txt");
        assertThat(cache("list").out().lines()).hasSize(2);
        assertThat(cache("size").out()).startsWith("1 entries, ");
    }

    /** Breaks the file of the entry of a URL, which is in it as it is; returns the name of the file. */
    private String breakEntry(String url) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("c").resolve("entries"))) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (content.contains(url)) {
                    Files.writeString(
                            file, content.replace(url, url.toUpperCase(Locale.ROOT)), StandardCharsets.ISO_8859_1);
                    return file.getFileName().toString();
                }
            }
        }
        throw new IllegalStateException("no entry for " + url);
    }

    @Test
    @Rule("R-PROJ-CACHE-26")
    void verify_namesTheFilesOfEntriesThatAreBroken_andDeletesThem() throws IOException {
        String old = breakEntry("http://host/old.txt");

        Ran verified = cache("verify");

        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).isEqualToIgnoringNewLines("1 sound, 0 damaged, 1 broken");
        assertThat(verified.err()).contains("broken and deleted: " + old);
        assertThat(folder.resolve("c").resolve("entries")).isDirectoryNotContaining("glob:**broken");
        assertThat(cache("verify").code()).isZero();
        String last = breakEntry("http://host/new.txt");
        assertThat(cache("list").out()).as("it was met before").doesNotContain("new.txt");
        Ran again = cache("verify", "--json");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEqualToIgnoringNewLines("{\"sound\":0,\"damaged\":0,\"broken\":[\"" + last + "\"]}");
    }
}
