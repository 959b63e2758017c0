package io.github.wininet4j.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.StatusLog;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Contract tests know the facade only, so that they can run on any back end. */
final class ContractTestRulesTest {
    private static final String ROOT = "io.github.wininet4j";

    private static final DescribedPredicate<JavaClass> CONTRACT_TESTS =
            describe("contract tests", ContractTestRulesTest::isContractTest);

    private static final ArchRule FACADE_ONLY = classes()
            .that(CONTRACT_TESTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".function",
                    ROOT + ".type",
                    ROOT + ".constant",
                    ROOT + ".host",
                    ROOT + ".ansi",
                    ROOT + ".client",
                    ROOT + ".trace",
                    ROOT + ".testing",
                    ROOT + ".testing.peers",
                    ROOT + ".contract..",
                    "java..",
                    "javax.net.ssl..",
                    "org.junit.jupiter..",
                    "org.assertj..",
                    "org.jspecify..")
            .allowEmptyShould(true);

    private static final ArchRule CHECKED_LOGS = noClasses()
            .that(CONTRACT_TESTS)
            .should()
            .callConstructor(StatusLog.class)
            .allowEmptyShould(true)
            .because("BackEndUnderTest.statusLog() makes logs whose violations fail the test");

    private static boolean isContractTest(JavaClass type) {
        return type.isMetaAnnotatedWith(ContractTest.class)
                || type.getEnclosingClass()
                        .filter(ContractTestRulesTest::isContractTest)
                        .isPresent();
    }

    @Test
    void contractTests_useTheFacadeOnly() {
        JavaClasses tests = read(importer -> importer.withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/architecture/"))
                .importPackages(ROOT));

        FACADE_ONLY.check(tests);
        CHECKED_LOGS.check(tests);
    }

    @Test
    void aTestThatUsesMore_isFound() {
        JavaClasses offenders = read(importer ->
                importer.importClasses(Offender.class, Offender.Within.class, ContractTest.class, StatusLog.class));

        assertThat(FACADE_ONLY.evaluate(offenders).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("Within") && detail.contains("WinInetFailure"));
        assertThat(CHECKED_LOGS.evaluate(offenders).hasViolation()).isTrue();
    }

    /** Names are all that the rules need; to follow every name into the JDK takes half a minute. */
    private static JavaClasses read(Function<ClassFileImporter, JavaClasses> work) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return work.apply(new ClassFileImporter());
        });
    }

    /** Breaks both rules; it is never run. */
    @ContractTest
    static final class Offender {
        final StatusLog log = new StatusLog();

        /** Part of it. */
        static final class Within {
            Class<?> engine = WinInetFailure.class;
        }
    }
}
