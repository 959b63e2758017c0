package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar with everything in it, alone in an empty folder. */
final class SelfContainedJarIT {
    private static final String MODULE = "io.github.wininet4j";
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    Path folder;

    private PackagedJar thin;
    private PackagedJar jar;

    @BeforeEach
    void copyJar() throws Exception {
        thin = PackagedJar.require();
        Path alone = Files.createDirectories(folder.resolve("alone")).resolve("wininet4j-all.jar");
        jar = new PackagedJar(Files.copy(thin.beside("-all.jar"), alone));
    }

    private String[] start(String how, String... arguments) {
        List<String> start = how.equals("module")
                ? List.of("-p", jar.file().toString(), "-m", MODULE)
                : List.of("-jar", jar.file().toString());
        return Stream.concat(start.stream(), List.of(arguments).stream()).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class path", "module"})
    void asynchttp_showsTheRules(String how) throws Exception {
        assertThat(jar.java(start(how, "asynchttp")).ok()).contains("7 of 7 rules hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class path", "module"})
    void version_isThatOfTheBuild(String how) throws Exception {
        assertThat(jar.java(start(how, "--version")).ok().strip())
                .isEqualTo("wininet4j " + System.getProperty("packaged.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class path", "module"})
    void asynchttp_speaksTls(String how) throws Exception {
        Path authority = TestCertificates.writeAuthorityPem(folder);
        try (ScriptedHttpServer server =
                ScriptedHttpServer.startTls(TestCertificates.good().context())) {
            server.handleAll(request -> Script.script().send(RESPONSE));

            String printed = jar.java(start(how, "asynchttp", "--ca=" + authority, server.url("/")))
                    .ok();

            assertThat(printed).contains("1 of 1 succeeded");
        }
    }

    /** Rhino finds its parts by names and services. */
    @ParameterizedTest
    @ValueSource(strings = {"class path", "module"})
    void asynchttp_runsAProxyScript(String how) throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String address = server.url("").replace("http://", "");
            Path script = Files.writeString(folder.resolve("proxy.pac"), """
                    function FindProxyForURL(url, host) {
                        return /^nobody\\./.test(host) ? 'PROXY %s' : 'DIRECT';
                    }
                    """.replace("%s", address));

            String printed = jar.java(start(how, "asynchttp", "--pac=" + script, "http://nobody.example/"))
                    .ok();

            assertThat(printed).contains("1 of 1 succeeded");
            assertThat(server.takeRequest().header("Host")).isEqualTo("nobody.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "native"})
    void consumer_onTheClassPath_sendsARequest(String backEnd) throws Exception {
        Path source = Consumer.write(folder, backEnd);
        jar.javac(source, "-cp", jar.file().toString()).ok();

        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String printed = jar.java(
                            "-Dwininet4j.library=" + library(),
                            "-cp",
                            source.resolve("classes") + File.pathSeparator + jar.file(),
                            "consumer.Consumer",
                            backEnd,
                            server.url("/"))
                    .ok();

            assertThat(printed).endsWith("unnamed module: hello\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "native"})
    void consumer_onTheModulePath_sendsARequest(String backEnd) throws Exception {
        Path source = Consumer.write(folder, backEnd);
        Files.writeString(source.resolve("module-info.java"), "module consumer { requires " + MODULE + "; }");
        jar.javac(source, "-p", jar.file().toString()).ok();

        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String printed = jar.java(
                            "-Dwininet4j.library=" + library(),
                            "-p",
                            source.resolve("classes") + File.pathSeparator + jar.file(),
                            "-m",
                            "consumer/consumer.Consumer",
                            backEnd,
                            server.url("/"))
                    .ok();

            assertThat(printed).endsWith("module " + MODULE + ": hello\n");
        }
    }

    private Path library() {
        return thin.file().resolveSibling("native").resolve(System.mapLibraryName("wininet"));
    }

    @Test
    void module_requiresModulesOfJavaOnly() {
        ModuleDescriptor module =
                ModuleFinder.of(jar.file()).find(MODULE).orElseThrow().descriptor();

        assertThat(module.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("java.") || name.startsWith("jdk."));
    }

    @Test
    void licences_ofTheLibraries_areInIt() throws Exception {
        List<String> names = PackagedJar.names(jar.file());

        assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE");
        for (Path library : thin.libraries()) {
            for (String name : PackagedJar.names(library)) {
                if (name.matches("META-INF/(LICENSE|NOTICE|AL2|LGPL)[^/]*")) {
                    String own = library.getFileName().toString().replace(".jar", "");
                    assertThat(names).contains(name.replace("META-INF/", "META-INF/licenses/" + own + "/"));
                }
            }
        }
    }

    @Test
    void services_areThoseOfAllLibraries() throws Exception {
        List<String> expected = PackagedJar.names(thin.file()).stream()
                .filter(name -> name.matches("META-INF/services/.+"))
                .toList();

        assertThat(PackagedJar.names(jar.file()))
                .containsAll(expected)
                .contains("META-INF/services/org.mozilla.javascript.RegExpLoader")
                .doesNotHaveDuplicates();
    }
}
