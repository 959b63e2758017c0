package io.github.wininet4j.nativelib;

import com.sun.jna.DefaultTypeMapper;
import com.sun.jna.FromNativeContext;
import com.sun.jna.Function.PostCallRead;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.StructureWriteContext;
import com.sun.jna.ToNativeContext;
import com.sun.jna.ToNativeConverter;
import com.sun.jna.TypeConverter;
import com.sun.jna.WString;
import com.sun.jna.win32.StdCallLibrary;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Text as UTF-16 and truth as BOOL, for {@link WininetOptions}. */
final class Utf16TypeMapper extends DefaultTypeMapper {
    /** The text of members of structures, which JNA does not keep for as long as the structure. */
    private final Map<Structure, Map<Field, Memory>> members = Collections.synchronizedMap(new WeakHashMap<>());

    Utf16TypeMapper() {
        addTypeConverter(String.class, new Text(String.class));
        addTypeConverter(WString.class, new Text(WString.class));
        addTypeConverter(Boolean.class, new Truth());
        addToNativeConverter(StdCallLibrary.StdCallCallback.class, PlainCallback.converter());
        addToNativeConverter(String[].class, new Array(value -> new Texts((@Nullable String[]) value)));
        addToNativeConverter(char[].class, new Array(value -> new Characters((char[]) value)));
    }

    private static CharBuffer characters(Memory memory) {
        return memory.getByteBuffer(0, memory.size())
                .order(ByteOrder.nativeOrder())
                .asCharBuffer();
    }

    private static Memory memory(String text) {
        Memory memory = new Memory((text.length() + 1L) * Character.BYTES);
        characters(memory).put(text).put('\0');
        return memory;
    }

    private static String text(Pointer pointer) {
        StringBuilder text = new StringBuilder();
        for (long at = 0; ; at += Character.BYTES) {
            char character = (char) pointer.getShort(at);
            if (character == 0) {
                return text.toString();
            }
            text.append(character);
        }
    }

    /** A text up to its NUL. */
    private final class Text implements TypeConverter {
        private final Class<?> type;

        Text(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable Object toNative(@Nullable Object value, ToNativeContext context) {
            Memory memory = value == null ? null : memory(value.toString());
            if (memory != null && context instanceof StructureWriteContext member) {
                members.computeIfAbsent(member.getStructure(), structure -> new HashMap<>())
                        .put(member.getField(), memory);
            }
            return memory;
        }

        @Override
        public @Nullable Object fromNative(@Nullable Object value, FromNativeContext context) {
            String text = value == null ? null : text((Pointer) value);
            return text != null && type == WString.class ? new WString(text) : text;
        }

        @Override
        public Class<?> nativeType() {
            return Pointer.class;
        }
    }

    /** A BOOL. */
    static final class Truth implements TypeConverter {
        @Override
        public Object toNative(@Nullable Object value, ToNativeContext context) {
            return Boolean.TRUE.equals(value) ? 1 : 0;
        }

        @Override
        public Object fromNative(Object value, FromNativeContext context) {
            return (Integer) value != 0;
        }

        @Override
        public Class<?> nativeType() {
            return Integer.class;
        }
    }

    /** An array as memory of the call. */
    private record Array(java.util.function.Function<Object, Memory> copy) implements ToNativeConverter {
        @Override
        public @Nullable Object toNative(@Nullable Object value, ToNativeContext context) {
            return value == null ? null : copy.apply(value);
        }

        @Override
        public Class<?> nativeType() {
            return Pointer.class;
        }
    }

    /** A list of texts with the NULL at its end, and where the list has one, as lists of C have at their own end. */
    private static final class Texts extends Memory {
        private final @Nullable Memory[] texts;

        Texts(@Nullable String[] given) {
            super((given.length + 1L) * Native.POINTER_SIZE);
            clear();
            texts = new Memory[given.length];
            for (int i = 0; i < given.length; i++) {
                String text = given[i];
                texts[i] = text == null ? null : memory(text);
                setPointer((long) i * Native.POINTER_SIZE, texts[i]);
            }
        }

        @Override
        public String toString() {
            return texts.length + " texts";
        }
    }

    /** Characters that the function may change. */
    private static final class Characters extends Memory implements PostCallRead {
        private final char[] array;

        Characters(char[] array) {
            super(Math.max(1L, array.length) * Character.BYTES);
            this.array = array;
            characters(this).put(array);
        }

        @Override
        public void read() {
            characters(this).get(array);
        }
    }
}
