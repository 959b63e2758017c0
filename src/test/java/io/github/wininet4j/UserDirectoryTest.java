package io.github.wininet4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Where data is kept if nobody says anything. */
final class UserDirectoryTest {
    private static Path find(String system, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/home/me");
        return UserDirectory.find(properties, environment);
    }

    @Test
    @Rule("R-PROJ-CACHE-5")
    void find_givesTheCacheFolderOfThePlatform() {
        assertThat(find("Linux", Map.of())).isEqualTo(Path.of("/home/me/.cache/wininet4j"));
        assertThat(find("Linux", Map.of("XDG_CACHE_HOME", "/xdg"))).isEqualTo(Path.of("/xdg/wininet4j"));
        assertThat(find("Linux", Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(Path.of("/home/me/.cache/wininet4j"));
        assertThat(find("Mac OS X", Map.of())).isEqualTo(Path.of("/home/me/Library/Caches/wininet4j"));
        assertThat(find("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/wininet4j"));
        assertThat(find("Windows 11", Map.of())).isEqualTo(Path.of("/home/me/AppData/Local/wininet4j"));
    }

    @Test
    @Rule("R-PROJ-CACHE-5")
    void find_withTheProperty_givesThatFolder() {
        Properties properties = new Properties();
        properties.setProperty("wininet4j.directory", "/elsewhere");

        assertThat(UserDirectory.find(properties, Map.of())).isEqualTo(Path.of("/elsewhere"));
    }
}
