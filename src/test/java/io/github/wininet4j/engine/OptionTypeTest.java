package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionTable;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.OptionType;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types of options are what the engine moves, and what the reference says. */
final class OptionTypeTest {
    private static List<OptionRow<?, ?>> usable() {
        OptionTable table = new OptionTable(() -> Engine.optionRows(Engine.newState(WinInetConfig.isolated())));
        return table.rows().values().stream()
                .<OptionRow<?, ?>>flatMap(Collection::stream)
                .filter(row -> row.refusal() == 0)
                .toList();
    }

    @Test
    void optionType_isThatOfTheEnginesRow() {
        assertThat(usable()).hasSizeGreaterThan(70);
        for (OptionRow<?, ?> row : usable()) {
            assertThat(row.codec().type()).as(row.name()).isEqualTo(OptionType.of(row.id()));
        }
    }

    @Test
    @Rule("R-OPTN-159")
    void enterpriseContext_isText() {
        assertThat(OptionType.of(InternetOption.INTERNET_OPTION_ENTERPRISE_CONTEXT))
                .isEqualTo(OptionType.TEXT);
    }

    @Test
    void optionType_isThatOfTheReference() {
        List<String[]> rows = TableFile.rows("/options/options.tsv");
        assertThat(rows).hasSizeGreaterThan(100);
        for (String[] row : rows) {
            if (!row[4].equals(".")) {
                assertThat(OptionType.of(Integer.parseInt(row[0])).cName())
                        .as(row[1])
                        .isEqualTo(row[4]);
            }
        }
    }
}
