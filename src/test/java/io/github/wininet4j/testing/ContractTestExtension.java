package io.github.wininet4j.testing;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.Parameter;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** Runs a class once for each back end; see {@link ContractTest}. Open to the tests of itself only. */
class ContractTestExtension implements ClassTemplateInvocationContextProvider {

    /** Returns the back ends to run on. */
    List<BackEndUnderTest> backEnds() {
        return BackEnds.available();
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return backEnds().stream().map(OneBackEnd::new);
    }

    /** One run of the class. */
    private record OneBackEnd(BackEndUnderTest backEnd) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return backEnd.id();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Injection(backEnd), new Ending(backEnd), new Differences(backEnd));
        }
    }

    /** Gives the test its back end. */
    private record Injection(BackEndUnderTest backEnd) implements ParameterResolver, TestInstancePostProcessor {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BackEndUnderTest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return backEnd;
        }

        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) throws IllegalAccessException {
            if (context.getTestInstanceLifecycle()
                    .filter(Lifecycle.PER_CLASS::equals)
                    .isPresent()) {
                throw new ExtensionConfigurationException("a contract test needs a fresh instance for each test");
            }
            for (var field : AnnotationSupport.findAnnotatedFields(instance.getClass(), Parameter.class)) {
                if (field.getType() == BackEndUnderTest.class && ModifierSupport.isNotStatic(field)) {
                    field.setAccessible(true);
                    field.set(instance, backEnd);
                }
            }
        }
    }

    /** Closes what a test opened; after the last test also what a constructor opened that failed. */
    private record Ending(BackEndUnderTest backEnd) implements AfterEachCallback, AfterClassTemplateInvocationCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            backEnd.endTest();
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            backEnd.endTest();
        }
    }

    /** Watches the known differences. */
    private record Differences(BackEndUnderTest backEnd) implements InvocationInterceptor {
        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
                throws Throwable {
            KnownDifferenceCheck.run(
                    invocation,
                    KnownDifferenceCheck.find(backEnd.id(), test.getExecutable(), test.getTargetClass()),
                    difference -> context.publishReportEntry("known difference", difference));
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
                throws Throwable {
            interceptTestMethod(invocation, test, context);
        }
    }
}
