package io.github.wininet4j.nativelib.capi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Rule;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What C programs decide by environment variables. */
@Rule("R-PROJ-HOST-1")
final class HostEnvironmentTest {
    private static final Path FOLDER = Path.of("somewhere").toAbsolutePath();

    private static WinInetConfig with(String name, String value) {
        return HostEnvironment.config(Map.of(name, value));
    }

    @Test
    void config_withoutVariables_isTheDefault() {
        assertThat(HostEnvironment.config(Map.of())).isEqualTo(WinInetConfig.defaults());
        assertThat(with("WININET4J_CACHE", "")).isEqualTo(WinInetConfig.defaults());
        assertThat(with("WININET4J_CACHE", "shared")).isEqualTo(WinInetConfig.defaults());
    }

    @Test
    void switches_areNames_inAnyCase() {
        assertThat(with("WININET4J_SWITCHES", " gopher, DO_NOT_FOLLOW_308  ignore_max_age,")
                        .switches())
                .containsExactlyInAnyOrder(
                        CompatibilitySwitch.GOPHER,
                        CompatibilitySwitch.DO_NOT_FOLLOW_308,
                        CompatibilitySwitch.IGNORE_MAX_AGE);
    }

    @Test
    void cacheAndDirectory_areWhereTheySay() {
        assertThat(with("WININET4J_CACHE", "none").cache()).isEqualTo(CachePlace.NONE);
        assertThat(with("WININET4J_CACHE", "Engine").cache()).isEqualTo(CachePlace.OF_ENGINE);
        assertThat(with("WININET4J_CACHE", FOLDER.toString()).cache()).isEqualTo(CachePlace.at(FOLDER));
        assertThat(with("WININET4J_DIRECTORY", FOLDER.toString()).dataDirectory())
                .isEqualTo(FOLDER);
    }

    @Test
    void valueThatMeansNothing_isLogged_andLeavesTheDefault() {
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(with("WININET4J_SWITCHES", "gophers,GOPHER").switches())
                    .containsExactly(CompatibilitySwitch.GOPHER);
            assertThat(with("WININET4J_CACHE", "off")).isEqualTo(WinInetConfig.defaults());
            assertThat(with("WININET4J_DIRECTORY", "some/folder")).isEqualTo(WinInetConfig.defaults());

            assertThat(log.messages())
                    .containsExactly(
                            "WININET4J_SWITCHES: gophers means nothing here",
                            "WININET4J_CACHE: off means nothing here",
                            "WININET4J_DIRECTORY: some/folder means nothing here");
        }
    }
}
