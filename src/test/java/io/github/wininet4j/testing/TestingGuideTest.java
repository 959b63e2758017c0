package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The tests on the page about testing are compiled as they stand there, and run. */
final class TestingGuideTest {
    private static final Path GUIDE = Path.of("src/site/markdown/testing.md");
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("^class (\\w+) \\{", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("^ {4}@Test$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void tests_ofTheGuide_pass() throws Exception {
        String page = Files.readString(GUIDE, StandardCharsets.UTF_8);
        List<String> names = compile(page);
        assertThat(names).hasSizeGreaterThan(3);

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            List<Class<?>> types = new ArrayList<>();
            for (String name : names) {
                types.add(Class.forName(name, true, loader));
            }
            TestExecutionSummary summary = run(types);

            assertThat(summary.getFailures())
                    .extracting(TestExecutionSummary.Failure::getException)
                    .isEmpty();
            assertThat(summary.getTestsSucceededCount())
                    .isEqualTo(METHOD.matcher(page).results().count());
        }
    }

    private List<String> compile(String page) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(javac != null, "this Java has no compiler");
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-processing,-path,-classfile",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString()));
        List<String> names = new ArrayList<>();
        Matcher found = PROGRAM.matcher(page);
        while (found.find()) {
            Matcher name = NAME.matcher(found.group(1));
            assertThat(name.find()).as("a program is a class").isTrue();
            names.add(name.group(1));
            Path source = folder.resolve(name.group(1) + ".java");
            arguments.add(Files.writeString(source, found.group(1), StandardCharsets.UTF_8)
                    .toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = javac.run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(code).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        return names;
    }

    private static TestExecutionSummary run(List<Class<?>> types) {
        LauncherConfig bare = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create(bare)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(types.stream()
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                                .build(),
                        listener);
        return listener.getSummary();
    }
}
