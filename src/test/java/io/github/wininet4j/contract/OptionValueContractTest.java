package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every option of the reference by its row in {@code options.tsv}: who has it, its type, its default, setting and
 * reading back.
 */
@ContractTest
@Rule("R-OPTN-1..187")
final class OptionValueContractTest {
    private static final List<OptionSample> OPTIONS = OptionSample.all();
    private static final int INCORRECT_HANDLE_TYPE = WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE;

    private final OptionHandles handles;

    OptionValueContractTest(BackEndUnderTest backEnd) {
        this.handles = new OptionHandles(backEnd.open());
    }

    private static Stream<OptionSample> where(Predicate<OptionSample> condition) {
        return OPTIONS.stream().filter(condition);
    }

    private static List<Character> kindsOf(OptionSample option) {
        return kinds(option::isOf);
    }

    private static List<Character> kinds(Predicate<Character> condition) {
        return OptionHandles.KINDS
                .chars()
                .mapToObj(letter -> (char) letter)
                .filter(condition)
                .toList();
    }

    private String read(@Nullable HINTERNET handle, OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        LPVOID memory = type.blank().get();
        int error = handles.query(handle, option.id(), memory, new DwordRef(type.room()));
        return error != 0 ? "!" + error : memory == null ? "" : type.text().apply(memory);
    }

    @Test
    void options_areThoseOfTheReference() {
        List<String> rules = TableFile.rows("/rules/rules.tsv").stream()
                .map(cells -> cells[0])
                .filter(id -> id.startsWith("R-OPTN-"))
                .toList();

        assertThat(OPTIONS).extracting(option -> "R-OPTN-" + option.id()).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(OPTIONS)
                .allSatisfy(option ->
                        assertThat(InternetOption.name(option.id())).isEqualTo("INTERNET_OPTION_" + option.name()));
    }

    static Stream<OptionSample> withKnownFirstValue() {
        return where(option -> option.gets() && option.hasFirst());
    }

    @ParameterizedTest
    @MethodSource("withKnownFirstValue")
    void query_ofAFreshHandle_givesTheDefault(OptionSample option) {
        SoftAssertions.assertSoftly(all -> kindsOf(option)
                .forEach(kind -> all.assertThat(read(handles.handle(kind), option))
                        .as("%s of %s", option, kind)
                        .isEqualTo(option.first())));
    }

    static Stream<OptionSample> withFixedSizeAndValue() {
        return where(option -> option.gets() && option.hasFixedSize() && option.firstError() == 0);
    }

    @ParameterizedTest
    @MethodSource("withFixedSizeAndValue")
    @Rule({"R-OPT-1", "R-OPT-2", "R-OPT-16"})
    void query_withLittleRoom_tellsTheSize_andWithMoreSucceeds(OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        for (char kind : kindsOf(option)) {
            HINTERNET handle = handles.handle(kind);
            for (int room : new int[] {0, 1, option.size() - 1}) {
                DwordRef length = new DwordRef(room);
                LPVOID memory = room == 0 ? null : type.blank().get();
                assertThat(handles.query(handle, option.id(), memory, length))
                        .as("%s of %s in %d bytes", option, kind, room)
                        .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
                assertThat(length.value).isEqualTo(option.size());
            }
            DwordRef length = new DwordRef(option.size() + 1);
            assertThat(handles.query(handle, option.id(), type.blank().get(), length))
                    .isZero();
            assertThat(length.value).isEqualTo(option.size());
        }
    }

    static Stream<OptionSample> withMemory() {
        return where(option -> option.gets() && option.firstError() == 0 && option.isOf('R'))
                .filter(option -> !option.type().equals("none"));
    }

    @ParameterizedTest
    @MethodSource("withMemory")
    void query_intoMemoryOfAnotherType_fails(OptionSample option) {
        HINTERNET request = handles.handle('R');
        LPVOID other = OptionMemory.other(option);

        assertThat(handles.query(request, option.id(), other, new DwordRef(1000)))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(handles.query(request, option.id(), other, null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    static Stream<OptionSample> settable() {
        return where(option -> option.sets() && !option.isOf('F'));
    }

    @ParameterizedTest
    @MethodSource("settable")
    @Rule({"R-OPT-1", "R-OPT-19"})
    void set_aValue_isReadBack(OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        for (char kind : kindsOf(option)) {
            HINTERNET handle = handles.handle(kind);

            assertThat(handles.set(handle, option.id(), type.filled().apply(option.given()), type.length()))
                    .as("setting %s of %s", option, kind)
                    .isZero();

            String expected = option.gets() && !option.then().equals(".")
                    ? OptionMemory.normal(option, option.then())
                    : option.gets() ? "" : "!" + WinInetError.ERROR_INTERNET_INVALID_OPTION;
            assertThat(read(handle, option)).as("%s of %s", option, kind).isEqualTo(expected);
        }
    }

    static Stream<OptionSample> settableOfFixedSize() {
        return settable().filter(OptionSample::hasFixedSize);
    }

    @ParameterizedTest
    @MethodSource("settableOfFixedSize")
    @Rule({"R-OPT-7", "R-CTX-5"})
    void set_withTheWrongLength_fails(OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        LPVOID value = type.filled().apply(option.given());
        int wrongLength = option.type().equals("DWORD_PTR")
                ? Win32Error.ERROR_INVALID_PARAMETER
                : WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH;
        for (char kind : kindsOf(option)) {
            HINTERNET handle = handles.handle(kind);
            String before = read(handle, option);

            for (int length : new int[] {0, type.length() - 1, type.length() + 1, -1}) {
                assertThat(handles.set(handle, option.id(), value, length))
                        .as("%s of %s with %d bytes", option, kind, length)
                        .isEqualTo(wrongLength);
            }
            assertThat(handles.set(handle, option.id(), null, type.length()))
                    .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            assertThat(handles.set(handle, option.id(), OptionMemory.other(option), type.length()))
                    .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            assertThat(read(handle, option)).isEqualTo(before);
        }
    }

    static Stream<OptionSample> readOnly() {
        return where(option -> option.gets() && !option.sets());
    }

    @ParameterizedTest
    @MethodSource("readOnly")
    @Rule("R-OPT-9")
    void set_ofWhatCanOnlyBeRead_fails(OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        for (char kind : kindsOf(option)) {
            assertThat(handles.set(
                            handles.handle(kind), option.id(), type.blank().get(), type.length()))
                    .as("%s of %s", option, kind)
                    .isEqualTo(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
        }
    }

    static Stream<OptionSample> possessed() {
        return where(option -> !option.isRefused());
    }

    @ParameterizedTest
    @MethodSource("possessed")
    @Rule({"R-OPT-10", "R-OPT-11", "R-CONTRA-5"})
    void call_withAHandleThatDoesNotHaveIt_fails(OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        // Limits have an error of their own (R-LIMIT-7).
        boolean limit =
                option.name().startsWith("MAX_CONNS_PER") && !option.name().endsWith("PROXY");
        int error = limit ? WinInetError.ERROR_INTERNET_INVALID_OPERATION : INCORRECT_HANDLE_TYPE;
        for (char kind : kinds(kind -> !option.isOf(kind))) {
            HINTERNET handle = handles.handle(kind);
            DwordRef length = new DwordRef(type.room());

            assertThat(handles.query(handle, option.id(), type.blank().get(), length))
                    .as("querying %s of %s", option, kind)
                    .isEqualTo(error);
            assertThat(handles.set(handle, option.id(), type.blank().get(), type.length()))
                    .as("setting %s of %s", option, kind)
                    .isEqualTo(error);
            if (!limit) {
                assertThat(length.value).isEqualTo(kind == 'N' ? 0 : option.size());
            }
        }
    }

    static Stream<OptionSample> inherited() {
        return where(OptionSample::inherited);
    }

    @ParameterizedTest
    @MethodSource("inherited")
    @Rule({"R-HANDLE-24", "R-HANDLE-25", "R-OPT-14"})
    void set_onAParent_isTakenByLaterChildrenOnly(OptionSample option) {
        OptionMemory type = OptionMemory.of(option);
        List<Character> owners = kindsOf(option);
        for (char kind : owners.subList(0, owners.size() - 1)) {
            HINTERNET early = handles.openChild(kind);
            handles.set(handles.handle(kind), option.id(), type.filled().apply(option.given()), type.length());
            HINTERNET late = handles.openChild(kind);
            handles.set(handles.handle(kind), option.id(), type.filled().apply("0"), type.length());

            assertThat(read(early, option)).as("%s from %s", option, kind).isEqualTo(option.first());
            assertThat(read(late, option))
                    .as("%s from %s", option, kind)
                    .isEqualTo(OptionMemory.normal(option, option.then()));
        }
    }

    static Stream<OptionSample> refused() {
        return where(OptionSample::isRefused);
    }

    @ParameterizedTest
    @MethodSource("refused")
    @Rule({"R-OPT-8", "R-ASYNC-49"})
    void call_whenNobodyHasIt_fails(OptionSample option) {
        for (char kind : kinds(any -> true)) {
            HINTERNET handle = handles.handle(kind);
            assertThat(handles.query(handle, option.id(), new LongRef(), new DwordRef(8)))
                    .isEqualTo(option.firstError());
            assertThat(handles.set(handle, option.id(), new DwordRef(1), 4)).isEqualTo(option.firstError());
            assertThat(handles.set(handle, option.id(), null, 0)).isEqualTo(option.firstError());
        }
    }
}
