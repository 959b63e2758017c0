package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The jar as users start it; runs after packaging, when the build names it. */
final class PackagedJarIT {
    @Test
    void version_isThatOfTheBuild() throws IOException, InterruptedException {
        String jar = System.getProperty("packaged.jar");
        assumeTrue(jar != null, "no packaged jar: runs in the build's integration-test phase only");

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-jar", jar, "--version")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .directory(new File(jar).getParentFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed.strip()).isEqualTo("wininet4j " + System.getProperty("packaged.version"));
        assertThat(process.waitFor()).isZero();
    }
}
