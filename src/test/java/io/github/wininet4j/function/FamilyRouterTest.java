package io.github.wininet4j.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.type.HINTERNET;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a facade is put together of families, and what its calls come to. */
public final class FamilyRouterTest {
    /** A family. */
    public interface Counting {
        int count(int step);

        boolean refuse();
    }

    /** Another one. */
    public interface Naming {
        String InternetDial(String name);
    }

    /** The facade of both. */
    public interface Both extends Counting, Naming {
        String label();
    }

    /** Implements the first family. */
    static final class CountingApi implements Counting {
        private int sum;

        @Override
        public int count(int step) {
            sum += step;
            return sum;
        }

        @Override
        public boolean refuse() {
            throw new IllegalStateException("refused");
        }
    }

    /** Notes what it is asked for and fails with 87. */
    private static final class NotingBorder implements Border {
        private final Families families;
        private final List<String> asked = new ArrayList<>();
        private final List<String> begun = new ArrayList<>();
        private final List<Throwable> thrown = new ArrayList<>();
        private boolean refuses;

        NotingBorder(Families families) {
            this.families = families;
        }

        @Override
        public Object family(Class<?> family) {
            asked.add(family.getSimpleName());
            return families.of(family);
        }

        @Override
        public void begin(Class<?> family, String function) {
            begun.add(family.getSimpleName() + "." + function);
            if (refuses) {
                throw new IllegalStateException("refused");
            }
        }

        @Override
        public Object failed(Method function, HINTERNET handle, Throwable failure) {
            thrown.add(failure);
            return ReturnConvention.failureValue(function, 87);
        }

        @Override
        public Object own(String method) {
            return method;
        }

        @Override
        public String toString() {
            return "the border";
        }
    }

    private final NotingBorder border = new NotingBorder(new Families(
            Both.class,
            List.of(
                    new CountingApi(),
                    Families.answeredBy(Naming.class, function -> arguments -> "of " + arguments[0]))));

    @Test
    void create_takesTheClassThatTheFacadeHas_elseMakesAProxy() {
        assertThat(FamilyRouter.create(Pair.class, border)).isInstanceOf(RoutedPair.class);
        assertThat(Proxy.isProxyClass(FamilyRouter.create(Both.class, border).getClass()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {Both.class, Pair.class})
    void families_areLookedUpAtTheirFirstCallOnly(Class<? extends Both> type) {
        Both facade = FamilyRouter.create(type, border);
        assertThat(border.asked).isEmpty();

        int last = 0;
        for (int i = 0; i < 40; i++) {
            last = facade.count(2);
        }
        assertThat(last).isEqualTo(80);
        assertThat(facade.InternetDial("x")).isEqualTo("of x");
        assertThat(border.asked).containsExactly("Counting", "Naming");
        assertThat(border.begun)
                .hasSize(41)
                .startsWith("Counting.count", "Counting.count")
                .endsWith("Naming.InternetDial");
    }

    @ParameterizedTest
    @ValueSource(classes = {Both.class, Pair.class})
    void call_thatTheBorderRefuses_isNotMade(Class<? extends Both> type) {
        Both facade = FamilyRouter.create(type, border);
        assertThat(facade.count(2)).isEqualTo(2);
        border.refuses = true;
        assertThat(facade.count(2)).isZero();
        assertThat(border.thrown).singleElement().isInstanceOf(IllegalStateException.class);

        border.refuses = false;
        assertThat(facade.count(2)).isEqualTo(4);
    }

    @Test
    void handle_thatACallWasGiven_isWhatTheBorderLearns() {
        List<HINTERNET> handles = new ArrayList<>();
        Border failing = new Border() {
            @Override
            public Object family(Class<?> family) {
                throw new IllegalStateException("none");
            }

            @Override
            public void begin(Class<?> family, String function) {
                // Goes on.
            }

            @Override
            public Object failed(Method function, HINTERNET handle, Throwable thrown) {
                handles.add(handle);
                return ReturnConvention.failureValue(function, 87);
            }

            @Override
            public Object own(String method) {
                return null;
            }
        };
        HINTERNET handle = new HINTERNET(7);
        WinInet facade = FamilyRouter.create(WinInet.class, failing);
        assertThat(facade.InternetCloseHandle(handle)).isFalse();
        assertThat(FamilyRouter.create(BackEnd.class, failing).InternetCloseHandle(handle))
                .isFalse();
        assertThat(facade.GetLastError()).isZero();

        assertThat(handles).containsExactly(handle, handle, null);
    }

    @ParameterizedTest
    @ValueSource(classes = {Both.class, Pair.class})
    void failure_isTheFunctionsOwn_andTheBorderSeesWhatWasThrown(Class<? extends Both> type) {
        Both facade = FamilyRouter.create(type, border);
        for (int i = 0; i < 40; i++) {
            assertThat(facade.refuse()).isFalse();
        }
        assertThat(border.thrown).hasSize(40).allSatisfy(t -> assertThat(t).hasMessage("refused"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Both.class, Pair.class})
    void objectMethods_areThoseOfOneObject(Class<? extends Both> type) {
        Both facade = FamilyRouter.create(type, border);
        Object same = facade;
        Both other = FamilyRouter.create(type, border);

        assertThat(facade).isEqualTo(same).isNotEqualTo(other).hasSameHashCodeAs(same);
        assertThat(facade).hasToString("the border");
        assertThat(facade.label()).isEqualTo("label");
        assertThat(border.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Both.class, Pair.class})
    void target_ofAFacadeMadeHereOrNot_makesTheSameCall(Class<? extends Both> type) throws Throwable {
        Both facade = FamilyRouter.create(type, border);
        Method count = Counting.class.getMethod("count", int.class);

        assertThat(FamilyRouter.target(facade, count).call(new Object[] {3})).isEqualTo(3);
        assertThat(FamilyRouter.target(new CountingApi(), count).call(new Object[] {4}))
                .isEqualTo(4);
        assertThat(FamilyRouter.target(facade, Counting.class.getMethod("refuse"))
                        .call(new Object[0]))
                .isEqualTo(false);
    }

    @Test
    void families_haveToBeWhole() {
        assertThatThrownBy(() -> new Families(Both.class, List.of(new CountingApi())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Naming");
        assertThatThrownBy(() -> new Families(Both.class, List.of(new CountingApi(), new CountingApi())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Counting");
    }

    @Test
    void failureValue_isTheErrorWhereTheFunctionReturnsErrors() throws NoSuchMethodException {
        assertThat(ReturnConvention.failureValue(Failing.class.getMethod("plain"), 87))
                .isEqualTo(0);
        assertThat(ReturnConvention.failureValue(Failing.class.getMethod("withError"), 87))
                .isEqualTo(87);
    }

    /** Two ways to fail. */
    public interface Failing {
        int plain();

        @ReturnsError
        int withError();
    }
}
