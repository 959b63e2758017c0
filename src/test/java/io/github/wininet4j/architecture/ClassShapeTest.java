package io.github.wininet4j.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What a class may look like: closed, free of global state, named after the thing it is. */
@AnalyzeClasses(packages = Layers.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class ClassShapeTest {

    private static final String ENGINE = "..engine..";

    private static final DescribedPredicate<JavaClass> WRITTEN_BY_HAND = describe(
            "are written by hand",
            c -> !c.isAnonymousClass() && !c.getModifiers().contains(JavaModifier.SYNTHETIC));

    @ArchTest
    static final ArchRule engine_hasNoStaticState = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(ENGINE)
            .and()
            .areNotFinal()
            .should()
            .beStatic()
            .allowEmptyShould(true)
            .because("what is global to a process in WinInet is one object that the engine owns");

    @ArchTest
    static final ArchRule methods_areNotSynchronized = noMethods()
            .should()
            .haveModifier(SYNCHRONIZED)
            .allowEmptyShould(true)
            .because("a named ReentrantLock can be checked in a callback and does not pin a virtual thread");

    @ArchTest
    static final ArchRule engineClasses_areClosed = classes()
            .that()
            .resideInAPackage(ENGINE)
            .and(WRITTEN_BY_HAND)
            .should(beClosedToExtension())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule classes_areNamedAfterWhatTheyAre = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .allowEmptyShould(true);

    /** Package-private classes pass: nothing outside the package can extend them. */
    private static ArchCondition<JavaClass> beClosedToExtension() {
        return new ArchCondition<>("be final, abstract, sealed or package-private") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var modifiers = type.getModifiers();
                boolean open = modifiers.contains(JavaModifier.PUBLIC)
                        && !modifiers.contains(JavaModifier.FINAL)
                        && !modifiers.contains(JavaModifier.ABSTRACT)
                        && !type.isInterface()
                        && !type.isEnum()
                        && !type.reflect().isSealed();
                if (open) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended by anyone"));
                }
            }
        };
    }
}
