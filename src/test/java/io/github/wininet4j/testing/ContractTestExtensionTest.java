package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.Parameter;
import org.opentest4j.TestAbortedException;

/** The life of what a contract test opens, seen from such a test on back ends that do nothing. */
@ClassTemplate
@ExtendWith(ContractTestExtensionTest.OnTwoBackEnds.class)
@TestMethodOrder(OrderAnnotation.class)
final class ContractTestExtensionTest {
    private static final List<String> EVENTS = new ArrayList<>();
    private static final List<Path> FOLDERS = new ArrayList<>();

    /** Two back ends, of which one takes no configuration. */
    static final class OnTwoBackEnds extends ContractTestExtension {
        @Override
        List<BackEndUnderTest> backEnds() {
            return List.of(
                    new BackEndUnderTest("one", true, config -> {
                        FOLDERS.add(config.dataDirectory());
                        return opened("one");
                    }),
                    new BackEndUnderTest("two", false, config -> opened("two")));
        }

        private static BackEnd opened(String id) {
            EVENTS.add("open " + id);
            return (BackEnd) Proxy.newProxyInstance(
                    BackEnd.class.getClassLoader(), new Class<?>[] {BackEnd.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            EVENTS.add("close " + id);
                        }
                        return method.getReturnType() == String.class ? id : null;
                    });
        }
    }

    @Parameter
    BackEndUnderTest field;

    private final BackEndUnderTest backEnd;

    ContractTestExtensionTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        assertThat(backEnd.open().id()).isEqualTo(backEnd.id());
    }

    @Test
    @Order(1)
    void backEnd_comesThroughConstructorFieldAndParameter(BackEndUnderTest parameter) {
        assertThat(parameter).isSameAs(backEnd);
        assertThat(field).isSameAs(backEnd);
    }

    @Test
    @Order(2)
    void endOfTest_closesBackEndsThenTheRestInReverse() {
        backEnd.open();
        backEnd.closeAfterTest(() -> EVENTS.add("close first"));
        backEnd.closeAfterTest(() -> EVENTS.add("close second"));
    }

    /** Notes that a test was skipped; what is skipped here on purpose should not look so in the report. */
    static final class NotedSkips implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            if (!(failure instanceof TestAbortedException)) {
                throw failure;
            }
            EVENTS.add("skip: " + failure.getMessage());
        }
    }

    @Test
    @Order(3)
    @ExtendWith(NotedSkips.class)
    void open_withConfig_isSkippedByABackEndWithoutOne() {
        backEnd.open(config -> config.withDataDirectory(Path.of("data")));

        assertThat(backEnd.supportsConfig()).isTrue();
        assertThat(FOLDERS.get(FOLDERS.size() - 1)).isEqualTo(Path.of("data"));
    }

    @Test
    @Order(4)
    @KnownDifference(backEnd = "two", reason = "it is called otherwise")
    void knownDifference_appliesToItsBackEnd() {
        assertThat(backEnd.id()).isEqualTo("one");
    }

    @BeforeAll
    static void nothingHappenedYet() {
        EVENTS.clear();
        FOLDERS.clear();
    }

    @AfterAll
    static void everythingWasClosedInOrder() {
        List<String> expected = new ArrayList<>();
        for (String id : List.of("one", "two")) {
            String open = "open " + id;
            String close = "close " + id;
            expected.addAll(List.of(open, close));
            expected.addAll(List.of(open, open, close, close, "close second", "close first"));
            if (id.equals("one")) {
                expected.addAll(List.of(open, open, close, close));
            } else {
                String noConfig = "skip: the test needs a configured back end; 'two' takes no configuration";
                expected.addAll(List.of(open, noConfig, close));
            }
            expected.addAll(List.of(open, close));
        }
        assertThat(EVENTS).containsExactlyElementsOf(expected);
        assertThat(FOLDERS).hasSize(6).noneMatch(Files::exists);
    }
}
