package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Every rule that a test cites exists, and every rule of an enforced family is cited or listed with a reason. */
final class RuleCoverageTest {
    private static RuleCatalog reference;
    private static RuleCatalog catalog;
    private static RuleCoverage coverage;

    @BeforeAll
    static void readRulesAndTests() throws IOException {
        reference = RuleCatalog.parse(lines("rules.tsv"));
        catalog = RuleCatalog.parse(Stream.concat(
                        lines("rules.tsv").stream(),
                        lines("project-rules.tsv").stream().skip(1))
                .toList());
        coverage = new RuleCoverage(catalog, lines("families-in-scope.txt"));
        lines("not-tested.tsv").forEach(coverage::notTested);
        for (Class<?> type :
                ReflectionSupport.findAllClassesInPackage("io.github.wininet4j", c -> true, name -> true)) {
            citations(type);
        }
    }

    @Test
    void rules_areThoseOfTheReference() {
        assertThat(reference.all()).hasSize(1373);
        assertThat(reference.families()).hasSize(61);
    }

    @Test
    void rules_ofTheProject_haveFamiliesOfTheirOwn() throws IOException {
        assertThat(lines("project-rules.tsv").stream().skip(1))
                .allSatisfy(line -> assertThat(line).matches("R-PROJ-[A-Z0-9]+-\\d+\tR-PROJ-[A-Z0-9]+\tP\t.+\t.+"));
        assertThat(reference.families()).noneMatch(family -> family.startsWith("R-PROJ"));
    }

    @Test
    void rules_areCitedOrListed() throws IOException {
        System.out.println(coverage.summary());

        assertThat(coverage.problems(lines("enforced-families.txt"))).isEmpty();
    }

    @Test
    void rules_ofTheUrlCache_areCitedByContractTests() {
        assertThat(coverage.withoutContractTest(List.of("R-CACHE", "R-CENT", "R-CGRP", "R-LOCK")))
                .isEmpty();
    }

    private static void citations(Class<?> type) {
        boolean contract = isContractTest(type);
        Rule ofClass = type.getDeclaredAnnotation(Rule.class);
        if (ofClass != null) {
            cite(
                    ofClass,
                    type.getName(),
                    contract,
                    hasTests(type),
                    AnnotationSupport.isAnnotated(type, Disabled.class));
        }
        for (Method method : type.getDeclaredMethods()) {
            Rule ofMethod = method.getDeclaredAnnotation(Rule.class);
            if (ofMethod != null) {
                boolean runs = AnnotationSupport.isAnnotated(method, Testable.class);
                boolean disabled = AnnotationSupport.isAnnotated(method, Disabled.class)
                        || AnnotationSupport.isAnnotated(type, Disabled.class);
                cite(ofMethod, type.getName() + "." + method.getName(), contract, runs, disabled);
            }
        }
    }

    private static void cite(Rule rule, String test, boolean contract, boolean runs, boolean disabled) {
        if (!runs || disabled) {
            coverage.problem("cites rules, but is " + (disabled ? "disabled: " : "no test: ") + test);
            return;
        }
        for (String citation : rule.value()) {
            coverage.cited(citation, test, contract);
        }
    }

    private static boolean hasTests(Class<?> type) {
        return !AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                || !AnnotationSupport.findAnnotatedFields(type, Testable.class).isEmpty()
                || ReflectionSupport.findNestedClasses(type, nested -> true).stream()
                        .anyMatch(RuleCoverageTest::hasTests);
    }

    private static boolean isContractTest(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (AnnotationSupport.isAnnotated(each, ContractTest.class)) {
                return true;
            }
        }
        return false;
    }

    /** Reads a resource; empty lines and those that start with a hash do not count. */
    private static List<String> lines(String name) throws IOException {
        try (InputStream in = RuleCoverageTest.class.getResourceAsStream("/rules/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
