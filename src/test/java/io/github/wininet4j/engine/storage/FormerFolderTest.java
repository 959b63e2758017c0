package io.github.wininet4j.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cookies and settings that were kept in the temporary folder move along. */
final class FormerFolderTest {
    @TempDir
    Path folder;

    @Test
    @Rule("R-PROJ-CACHE-5")
    void take_movesCookiesAndProxySettings_andLeavesWhatIsThere() throws IOException {
        Path former = Files.createDirectories(folder.resolve("old/cookies")).getParent();
        Path now = folder.resolve("new");
        Files.writeString(former.resolve("cookies/a.cookie"), "old a");
        Files.writeString(former.resolve("cookies/b.cookie"), "old b");
        Files.writeString(former.resolve("proxy.properties"), "old");
        Files.createDirectories(now.resolve("cookies"));
        Files.writeString(now.resolve("cookies/b.cookie"), "new b");

        FormerFolder.take(former, now);

        assertThat(now.resolve("cookies/a.cookie")).hasContent("old a");
        assertThat(now.resolve("cookies/b.cookie")).hasContent("new b");
        assertThat(now.resolve("proxy.properties")).hasContent("old");
        FormerFolder.take(former, now);
        FormerFolder.take(folder.resolve("absent"), now);
        assertThat(now.resolve("cookies/a.cookie")).hasContent("old a");
    }

    @Test
    void take_fromALink_takesNothing() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/cookies")).getParent();
        Files.writeString(real.resolve("cookies/a.cookie"), "planted");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        FormerFolder.take(link, folder.resolve("new"));

        assertThat(folder.resolve("new")).doesNotExist();
    }
}
