package io.github.wininet4j.nativelib;

import com.sun.jna.DefaultTypeMapper;
import com.sun.jna.win32.StdCallLibrary;

/** Text as JNA encodes it, truth as BOOL, for {@link WininetOptions}. */
final class AnsiTypeMapper extends DefaultTypeMapper {
    AnsiTypeMapper() {
        addTypeConverter(Boolean.class, new Utf16TypeMapper.Truth());
        addToNativeConverter(StdCallLibrary.StdCallCallback.class, PlainCallback.converter());
    }
}
