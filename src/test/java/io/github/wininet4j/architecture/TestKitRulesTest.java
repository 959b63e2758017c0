package io.github.wininet4j.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the test kit is made of: users have the library and JUnit, and nothing else of this project. */
final class TestKitRulesTest {
    private static final Path SOURCES = Path.of("src/testkit/java");

    /** The names of its classes, without those inside of them. */
    private static Set<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file).toString())
                    .map(file -> file.replace(".java", "").replaceAll("[/\\\\]", "."))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void kit_needsTheFacadeAndJUnitOnly() throws IOException {
        Set<String> names = names();
        DescribedPredicate<JavaClass> ofTheKit =
                describe("of the kit", type -> names.contains(type.getName().replaceAll("\\$.*", "")));
        DescribedPredicate<JavaClass> ofItsUsers = describe("of its users", TestKitRulesTest::isThereForUsers);
        JavaClasses all = new ClassFileImporter().importPackages(Layers.ROOT + ".testing");

        assertThat(all.that(ofTheKit)).hasSizeGreaterThan(20);
        classes()
                .that(ofTheKit)
                .should()
                .onlyDependOnClassesThat(ofTheKit.or(ofItsUsers))
                .check(all);
    }

    private static boolean isThereForUsers(JavaClass type) {
        String name = type.getPackageName();
        boolean isFacade = Set.of("", ".constant", ".function", ".host", ".trace", ".type")
                .contains(name.startsWith(Layers.ROOT) ? name.substring(Layers.ROOT.length()) : "no package of this");
        return isFacade
                || Stream.of("java.", "javax.", "org.jspecify.", "org.opentest4j", "org.junit.jupiter.api")
                        .anyMatch((name + ".")::startsWith)
                || name.equals("org.junit.platform.commons.support")
                || type.isPrimitive()
                || type.isArray();
    }
}
