package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests engines of their own, see {@link WinInetTest}. To be registered as a field where the configuration is to
 * be another: {@code @RegisterExtension WinInetExtension wininet = WinInetExtension.with(config -> config.with…)}.
 */
public final class WinInetExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(WinInetExtension.class);

    private static final Map<Class<?>, Function<TestEngine, Object>> PARAMETERS = Map.of(
            TestEngine.class, engine -> engine,
            BackEnd.class, TestEngine::wininet,
            WinInet.class, TestEngine::wininet,
            WinInetConfig.class, TestEngine::config,
            ScriptedHttpServer.class, TestEngine::server,
            ScriptedFtpServer.class, TestEngine::ftpServer,
            Journal.class, TestEngine::journal,
            StatusLog.class, TestEngine::statusLog,
            TestClock.class, TestEngine::clock,
            HostNames.class, TestEngine::names);

    private final UnaryOperator<WinInetConfig> change;

    /**
     * The engine of one test and how its calls end, as JUnit keeps them with the test. JUnit closes it where it goes
     * past {@link #afterEach}: when the constructor of the test fails.
     */
    private record Given(TestEngine engine, String outcomes) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
        }
    }

    /** Creates the extension that {@link WinInetTest} names. */
    public WinInetExtension() {
        this(UnaryOperator.identity());
    }

    private WinInetExtension(UnaryOperator<WinInetConfig> change) {
        this.change = change;
    }

    /**
     * Creates an extension with another configuration.
     *
     * @param change makes the configuration of each test from the isolated one
     * @return the extension, for a field with {@code @RegisterExtension}
     */
    public static WinInetExtension with(UnaryOperator<WinInetConfig> change) {
        return new WinInetExtension(change);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean forConstructor = parameter.getDeclaringExecutable() instanceof Constructor;
        boolean sharesInstance = context.getTestInstanceLifecycle().orElse(null) == Lifecycle.PER_CLASS;
        if (context.getTestMethod().isEmpty() || (forConstructor && sharesInstance)) {
            throw new ExtensionConfigurationException("an engine belongs to one test: "
                    + parameter.getDeclaringExecutable() + " is called for all of a class");
        }
        Class<?> type = parameter.getParameter().getType();
        return Objects.requireNonNull(PARAMETERS.get(type)).apply(given(context).engine());
    }

    private Given given(ExtensionContext context) {
        Given known = context.getStore(NAMESPACE).get(Given.class, Given.class);
        if (known != null) {
            return known;
        }
        Given made = start(context);
        context.getStore(NAMESPACE).put(Given.class, made);
        return made;
    }

    private Given start(ExtensionContext context) {
        Completion wish = completion(context);
        if (wish == null) {
            return new Given(TestEngine.start(change), "");
        }
        long seed = wish.seed() != 0 ? wish.seed() : ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE);
        String outcomes = "@Completion(value = " + wish.value() + ", seed = " + seed + ")\n";
        UnaryOperator<WinInetConfig> all =
                config -> change.apply(config.withCompletionPolicy(policy(wish.value(), seed)));
        return new Given(TestEngine.start(all), outcomes);
    }

    private static @Nullable Completion completion(ExtensionContext context) {
        Optional<Completion> found = AnnotationSupport.findAnnotation(context.getTestMethod(), Completion.class);
        Class<?> type = context.getRequiredTestClass();
        while (found.isEmpty() && type != null) {
            found = AnnotationSupport.findAnnotation(type, Completion.class);
            type = type.getEnclosingClass();
        }
        return found.orElse(null);
    }

    private static CompletionPolicy policy(Completion.Mode mode, long seed) {
        return switch (mode) {
            case NATURAL -> CompletionPolicy.NATURAL;
            case AT_ONCE -> CompletionPolicy.always(Outcome.AT_ONCE);
            case PENDING -> CompletionPolicy.always(Outcome.PENDING);
            case MIXED -> CompletionPolicy.seeded(seed);
        };
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Given given = context.getStore(NAMESPACE).remove(Given.class, Given.class);
        if (given == null) {
            return;
        }
        boolean ended = false;
        try {
            given.engine.close();
            ended = true;
        } finally {
            String text = given.outcomes + given.engine.journal();
            boolean failed = !ended || context.getExecutionException().isPresent();
            if (failed && !text.isBlank()) {
                context.publishReportEntry("wininet", text);
            }
        }
    }
}
