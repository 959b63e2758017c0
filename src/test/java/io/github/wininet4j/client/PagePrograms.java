package io.github.wininet4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs of a page. In Java each is a class, in C a function with what it needs; a block without one is what all
 * programs of the page begin with.
 */
final class PagePrograms {
    private static final Pattern BLOCK = Pattern.compile("```(java|c)\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, Pattern> NAMES = Map.of(
            "java", Pattern.compile("^(?:public )?class (\\w+) \\{", Pattern.MULTILINE),
            "c", Pattern.compile("^static int (\\w+)\\(", Pattern.MULTILINE));

    private final Path page;
    private final Map<String, String> programs = new TreeMap<>();

    PagePrograms(Path page) throws IOException {
        this.page = page;
        Map<String, String> beginnings = new TreeMap<>(Map.of("java", "", "c", ""));
        Matcher found = BLOCK.matcher(Files.readString(page, StandardCharsets.UTF_8));
        while (found.find()) {
            String language = found.group(1);
            Matcher name = NAMES.get(language).matcher(found.group(2));
            if (name.find()) {
                String before = programs.put(name.group(1), beginnings.get(language) + found.group(2));
                assertThat(before)
                        .as("%s: two programs are called %s", page, name.group(1))
                        .isNull();
            } else {
                assertThat(beginnings.put(language, found.group(2)))
                        .as("%s: what is no program is the beginning of all", page)
                        .isEmpty();
            }
        }
    }

    /** Returns the programs by name. */
    Map<String, String> all() {
        return programs;
    }

    /** Writes a program into a folder, with something behind it. */
    Path write(String program, Path folder, String name, String rest) throws IOException {
        assertThat(programs).as(page.toString()).containsKey(program);
        return Files.writeString(folder.resolve(name), programs.get(program) + rest, StandardCharsets.UTF_8);
    }

    /** Compiles a Java program as it stands on the page, and returns its only method. */
    Method method(String program, Path folder) throws IOException, ClassNotFoundException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(javac != null, "this Java has no compiler");
        Path source = write(program, folder, program + ".java", "");
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        String classPath = System.getProperty("java.class.path");
        int code = javac.run(
                null, messages, messages, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(code).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        ClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        Method method = Arrays.stream(Class.forName(program, true, loader).getDeclaredMethods())
                .filter(each -> !each.isSynthetic())
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method;
    }

    /** Runs a program; returns what it printed. */
    static String run(Method program, Object... arguments) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
