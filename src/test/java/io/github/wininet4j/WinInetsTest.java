package io.github.wininet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which back end a program gets. */
final class WinInetsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheProperty() {
        System.clearProperty(WinInets.PROPERTY);
    }

    @Test
    void preferred_whereThereIsNoWindows_isTheEngine() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "this is Windows");

        assertThat(idOfPreferred()).isEqualTo("engine");
    }

    @Test
    void preferred_followsTheProperty() {
        System.setProperty(WinInets.PROPERTY, "engine");

        assertThat(idOfPreferred()).isEqualTo("engine");
    }

    @Test
    void preferred_withTheNameOfTheLoadedLibrary_opensThat() {
        Assumptions.assumeTrue(WinInets.available().contains("native"), "libwininet is not built here");
        System.setProperty(WinInets.PROPERTY, "native");

        assertThat(idOfPreferred()).isEqualTo("native");
    }

    @Test
    void chosen_withThePathOfNoLibrary_saysSo() {
        String path = folder.resolve("libnothing.so").toString();

        assertThatThrownBy(() -> WinInets.chosen(path, WinInetConfig.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }

    @Test
    void named_withAnUnknownName_saysWhatThereIs() {
        assertThatThrownBy(() -> WinInets.named("nothing", WinInetConfig.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("engine");
    }

    private static String idOfPreferred() {
        try (BackEnd backEnd = WinInets.preferred()) {
            return backEnd.id();
        }
    }
}
