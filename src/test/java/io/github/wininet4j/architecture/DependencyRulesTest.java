package io.github.wininet4j.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.wininet4j.function.RoutedFacade;
import java.util.ArrayList;
import java.util.List;

/** Who may use whom. The table is in {@link Layers}. */
@AnalyzeClasses(packages = Layers.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class DependencyRulesTest {

    private static final String FUNCTION = Layers.ROOT + ".function";
    private static final String ENGINE = Layers.ROOT + ".engine";

    private static final DescribedPredicate<JavaClass> FAMILY_INTERFACE =
            resideInAPackage(FUNCTION).and(describe("interfaces", DependencyRulesTest::isFamily));

    private static final DescribedPredicate<JavaClass> FAMILY_IMPLEMENTATION = describe(
            "classes that implement a function family",
            c -> !c.isInterface()
                    && !c.isAssignableTo(RoutedFacade.class)
                    && c.getAllRawInterfaces().stream().anyMatch(FAMILY_INTERFACE));

    private static final DescribedPredicate<JavaCall<?>> LAST_ERROR_SET = describe(
            "LastError.set",
            call -> call.getTargetOwner().getSimpleName().equals("LastError")
                    && call.getTarget().getName().equals("set"));

    @ArchTest
    static final ArchRule packages_useOnlyTheRowsTheyMay = Layers.rule().allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackage_hasARow =
            classes().should().resideInAnyPackage(Layers.packages()).as("every package has a row in Layers");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching(Layers.ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule jna_staysInTheNativeBackEnd = noClasses()
            .that()
            .resideOutsideOfPackage("..nativelib..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rhino_staysWithProxyScripts = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.proxy.pac")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mozilla..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commonsNet_readsListingsOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.ftp")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commonsNet_isItsParsers = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.apache\\.commons\\.net\\.(?!ftp\\.(parser\\..*|FTPFile|FTPFileEntryParser|FTPClientConfig)$).*")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule httpComponents_stayWithHeaderCompression = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.http.h2")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ntlm_knowsNothingOfWinInet = classes()
            .that()
            .resideInAPackage("..engine.http.ntlm")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "..engine.http.ntlm", "..engine.fault")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule lastError_isSetAtTheBorderOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.call")
            .should()
            .callCodeUnitWhere(LAST_ERROR_SET)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule functionFamilies_areImplementedByApiClasses = classes()
            .that(FAMILY_IMPLEMENTATION)
            .should()
            .haveSimpleNameEndingWith("Api")
            .allowEmptyShould(true);

    @ArchTest
    static void functionFamily_hasOneEngineImplementation(JavaClasses all) {
        List<String> absent = all.get(ENGINE + ".Engine").getReferencedClassObjects().stream()
                .map(object -> object.getRawType().getName())
                .toList();
        classes()
                .that(FAMILY_INTERFACE)
                .should(haveOneEngineImplementation(absent))
                .check(all);
    }

    /** Annotations are interfaces as well, a package's among them; what a class has inside is the class's own. */
    static boolean isFamily(JavaClass type) {
        return type.isInterface()
                && !type.isAnnotation()
                && !type.isNestedClass()
                && !type.getSimpleName().equals("package-info");
    }

    /**
     * A class of the engine, or where there is none the place that {@code Engine} makes for it:
     * {@code UnsupportedFamily.of(X.class, …)}.
     */
    private static ArchCondition<JavaClass> haveOneEngineImplementation(List<String> absent) {
        return new ArchCondition<>("have exactly one implementation in the engine") {
            @Override
            public void check(JavaClass family, ConditionEvents events) {
                List<String> found = new ArrayList<>();
                for (JavaClass type : family.getAllSubclasses()) {
                    if (!type.isInterface() && type.getPackageName().startsWith(ENGINE)) {
                        found.add(type.getName());
                    }
                }
                if (found.isEmpty() && absent.contains(family.getName())) {
                    found.add("UnsupportedFamily");
                }
                if (found.size() != 1) {
                    events.add(SimpleConditionEvent.violated(family, family.getName() + " is implemented by " + found));
                }
            }
        };
    }
}
