package io.github.wininet4j.nativelib.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.nativelib.CPrograms;
import io.github.wininet4j.type.StatusPayloads;
import java.lang.reflect.Field;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The C programs print every status by its name. */
final class HarnessTest {
    @Test
    void statuses_haveARowForEachStatusWithAPayload() throws Exception {
        String harness = Files.readString(CPrograms.STUBS.resolve("differential/harness.c"));
        int withPayload = 0;
        for (Field field : InternetStatus.class.getFields()) {
            if (StatusPayloads.kind(field.getInt(null)) != StatusPayloads.Kind.OTHER) {
                String name = field.getName();
                assertThat(harness).contains("{" + name + ", \"" + name.substring("INTERNET_STATUS_".length()) + "\"");
                withPayload++;
            }
        }

        assertThat(withPayload).isGreaterThan(10);
    }
}
