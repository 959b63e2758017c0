package io.github.wininet4j.testing;

import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * One status callback.
 *
 * @param status the {@code INTERNET_STATUS_*} value
 * @param handle the handle that the callback was called for
 * @param context its context value
 * @param thread the thread that called
 * @param payload what the status information held during the call: Integer, Long, HINTERNET, String, byte[], a
 *     structure of its own, or null
 * @param length the status information length, as given
 */
public record StatusEntry(
        int status,
        HINTERNET handle,
        long context,
        Thread thread,
        @Nullable Object payload,
        int length) {

    /** Returns the name of the status: for example {@code "REQUEST_SENT"}. */
    public String name() {
        return StatusNames.of(status);
    }

    /** Returns a text payload, without its NUL. */
    public String text() {
        return as(String.class);
    }

    /** Returns a DWORD payload. */
    public int dword() {
        return as(Integer.class);
    }

    /** Returns a handle payload. */
    public HINTERNET handlePayload() {
        return as(HINTERNET.class);
    }

    /** Returns a copy of the payload of {@code REQUEST_COMPLETE}. */
    public INTERNET_ASYNC_RESULT asyncResult() {
        INTERNET_ASYNC_RESULT result = as(INTERNET_ASYNC_RESULT.class);
        return new INTERNET_ASYNC_RESULT(result.dwResult, result.dwError);
    }

    private <T> T as(Class<T> type) {
        if (!type.isInstance(payload)) {
            throw new AssertionError(name() + " carries " + payload + ", expected " + type.getSimpleName());
        }
        return type.cast(payload);
    }

    static @Nullable Object copy(@Nullable LPVOID information) {
        if (information instanceof DwordRef dword) {
            return dword.value;
        }
        if (information instanceof LongRef number) {
            return number.value;
        }
        if (information instanceof HandleRef handle) {
            return handle.value;
        }
        if (information instanceof TextBuffer text) {
            return text.toString();
        }
        if (information instanceof CallbackRef callback) {
            return callback.value;
        }
        if (information instanceof ByteBlock block) {
            byte[] bytes = new byte[block.sizeof()];
            block.buffer().duplicate().clear().get(bytes);
            return bytes;
        }
        return information instanceof Structure structure ? copyFields(structure) : null;
    }

    /** Copies the values of the fields; what they refer to is shared. */
    private static Structure copyFields(Structure structure) {
        try {
            Structure copy = structure.getClass().getDeclaredConstructor().newInstance();
            for (Field field : structure.getClass().getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.set(copy, field.get(structure));
                }
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot copy " + structure.getClass(), e);
        }
    }

    @Override
    public String toString() {
        Object shown = payload instanceof INTERNET_ASYNC_RESULT result
                ? "result " + result.dwResult + ", error " + result.dwError
                : payload;
        return name() + " of " + handle + " (context " + context + ", " + shown + ", " + length + ", on "
                + thread.getName() + ")";
    }
}
