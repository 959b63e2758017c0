package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What happens to a test whose tool is missing. */
final class ToolsTest {
    @Test
    void require_ofAMissingTool_skipsWithItsName() {
        assertThatThrownBy(() -> Tools.require("no-such-tool", Map.of()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("no-such-tool is not installed");
    }

    @Test
    void require_ofAMissingToolWhereToolsAreRequired_fails() {
        assertThatThrownBy(() -> Tools.require("no-such-tool", Map.of(Tools.REQUIRE_VARIABLE, "1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Tools.REQUIRE_VARIABLE);
    }

    @Test
    void require_searchesThePath(@TempDir Path folder) throws Exception {
        Path tool = Files.createFile(folder.resolve("some-tool"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();

        assertThat(Tools.require("some-tool", Map.of("PATH", folder.toString())))
                .isEqualTo(tool);
    }
}
