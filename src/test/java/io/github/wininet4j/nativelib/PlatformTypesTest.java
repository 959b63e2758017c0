package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.WinBase;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What goes to jna-platform comes back the same, and means the same there. */
final class PlatformTypesTest {
    private static final Instant WHEN = Instant.parse("2026-11-24T09:16:46.125Z");

    @Test
    void fileTime_meansTheSameToBoth() {
        FILETIME time = FILETIME.of(WHEN);
        WinBase.FILETIME there = PlatformTypes.fileTime(time);

        assertThat(there.toDate()).isEqualTo(WHEN);
        assertThat(PlatformTypes.fileTime(there).steps()).isEqualTo(time.steps());
    }

    @Test
    void systemTime_keepsEveryMember() {
        SYSTEMTIME time = new SYSTEMTIME();
        time.wYear = 60_000;
        time.wMonth = 11;
        time.wDayOfWeek = 2;
        time.wDay = 24;
        time.wHour = 9;
        time.wMinute = 16;
        time.wSecond = 46;
        time.wMilliseconds = 125;

        assertThat(PlatformTypes.systemTime(PlatformTypes.systemTime(time)))
                .usingRecursiveComparison()
                .isEqualTo(time);
    }

    @Test
    void findData_keepsEveryMember() {
        WIN32_FIND_DATA entry = new WIN32_FIND_DATA();
        entry.dwFileAttributes = 0x20;
        entry.ftCreationTime = FILETIME.of(WHEN);
        entry.ftLastAccessTime = FILETIME.of(WHEN.plusSeconds(1));
        entry.ftLastWriteTime = FILETIME.of(WHEN.plusSeconds(2));
        entry.nFileSizeHigh = 1;
        entry.nFileSizeLow = -2;
        entry.dwReserved0 = 3;
        entry.dwReserved1 = 4;
        entry.cFileName = "a long name.txt";
        entry.cAlternateFileName = "ALONGN~1.TXT";
        WinBase.WIN32_FIND_DATA there = PlatformTypes.findData(entry);

        assertThat(there.getFileName()).isEqualTo("a long name.txt");
        assertThat(PlatformTypes.findData(there)).usingRecursiveComparison().isEqualTo(entry);
    }
}
