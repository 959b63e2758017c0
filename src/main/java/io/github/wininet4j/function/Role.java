package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Allocated;
import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.ByValue;
import io.github.wininet4j.annotation.Capacity;
import io.github.wininet4j.annotation.DialogData;
import io.github.wininet4j.annotation.Freed;
import io.github.wininet4j.annotation.GroupId;
import io.github.wininet4j.annotation.HeaderData;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.OnlyWith;
import io.github.wininet4j.annotation.OptionData;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.PointsInto;
import io.github.wininet4j.annotation.PointsTo;
import io.github.wininet4j.annotation.Port;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.annotation.TextSize;
import io.github.wininet4j.annotation.Word;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import io.github.wininet4j.type.WordRef;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter is to its function: the one reader of what the declarations of the facade say. A parameter of an A
 * form has the role of the wide one.
 *
 * @param index which parameter, from 0
 * @param type its type, or of an untyped pointer the type of what it points to
 * @param kind what it is in C
 * @param direction which way its memory goes
 * @param isOptional whether NULL has a meaning of its own
 * @param isAnsi whether it is text of bytes although the function has no A form
 * @param size what says how large its memory is, or null
 * @param related of a size the parameter that it measures, of an option's or a header's value the one with the number,
 *     of a dialog's data the one with the flags, of URL parts that come out the one with the URL; else -1
 * @param capacity how large a buffer without {@code size} has to be, or 0
 * @param condition when it is looked at; null for always
 */
public record Role(
        int index,
        Class<?> type,
        Kind kind,
        Direction direction,
        boolean isOptional,
        boolean isAnsi,
        @Nullable Size size,
        int related,
        int capacity,
        @Nullable Condition condition) {
    private static final Map<Class<?>, Kind> BY_TYPE = Map.ofEntries(
            Map.entry(int.class, Kind.NUMBER),
            Map.entry(boolean.class, Kind.TRUTH),
            Map.entry(long.class, Kind.POINTER_SIZED),
            Map.entry(HINTERNET.class, Kind.HANDLE),
            Map.entry(HANDLE.class, Kind.HANDLE),
            Map.entry(String.class, Kind.TEXT),
            Map.entry(String[].class, Kind.TEXTS),
            Map.entry(TextBuffer.class, Kind.TEXT_BUFFER),
            Map.entry(ByteBuffer.class, Kind.BYTES),
            Map.entry(LPVOID.class, Kind.MEMORY),
            Map.entry(DwordRef.class, Kind.DWORD_VARIABLE),
            Map.entry(WordRef.class, Kind.WORD_VARIABLE),
            Map.entry(LongRef.class, Kind.LONG_VARIABLE),
            Map.entry(HandleRef.class, Kind.HANDLE_VARIABLE),
            Map.entry(LockRef.class, Kind.LOCK_VARIABLE),
            Map.entry(CookiesRef.class, Kind.COOKIES),
            Map.entry(WININET_PROXY_INFO_LIST.class, Kind.PROXY_LIST),
            Map.entry(INTERNET_BUFFERS.class, Kind.BUFFERS),
            Map.entry(URL_COMPONENTS.class, Kind.URL_PARTS),
            Map.entry(CERT_CHAIN_CONTEXT.class, Kind.CERTIFICATE_CHAIN),
            Map.entry(StatusCallback.class, Kind.CALLBACK),
            Map.entry(GopherAttributeEnumerator.class, Kind.ENUMERATOR));

    /** Annotations that say more than the Java type. */
    private static final Map<Class<? extends Annotation>, Kind> BY_ANNOTATION = Map.of(
            Reserved.class, Kind.RESERVED,
            Port.class, Kind.WORD,
            Word.class, Kind.WORD,
            GroupId.class, Kind.GROUP_ID,
            ByValue.class, Kind.STRUCTURE_BY_VALUE,
            Freed.class, Kind.FREED,
            PointsTo.class, Kind.STRUCTURE,
            OptionData.class, Kind.OPTION_DATA,
            HeaderData.class, Kind.HEADER_DATA,
            DialogData.class, Kind.DIALOG_DATA);

    /** What a parameter is in C. */
    public enum Kind {
        /** A number of 32 bits. */
        NUMBER,
        /** A {@code BOOL}. */
        TRUTH,
        /** A {@code DWORD_PTR}, or the handle of a window. */
        POINTER_SIZED,
        /** A {@code GROUPID}, 64 bits on any machine. */
        GROUP_ID,
        /** A port or another number of 16 bits. */
        WORD,
        /** A {@code HINTERNET} or {@code HANDLE}. */
        HANDLE,
        /** Text that goes in, to its NUL or as long as {@link Role#size} says. */
        TEXT,
        /** An array of texts, NULL at its end. */
        TEXTS,
        /** Memory for text to be filled. */
        TEXT_BUFFER,
        /** A variable for the address of text that the function allocates. */
        ALLOCATED_TEXT,
        /** Bytes. */
        BYTES,
        /** A number of 32 bits with the size of another parameter. */
        SIZE,
        /** A {@code DWORD} variable with the size of another parameter. */
        SIZE_VARIABLE,
        /** A {@code DWORD} variable. */
        DWORD_VARIABLE,
        /** A variable of 16 bits. */
        WORD_VARIABLE,
        /** A variable of 64 bits. */
        LONG_VARIABLE,
        /** A variable for a {@code HINTERNET}. */
        HANDLE_VARIABLE,
        /** A variable for the {@code HANDLE} of a lock. */
        LOCK_VARIABLE,
        /** The address of a structure. */
        STRUCTURE,
        /** A structure itself. */
        STRUCTURE_BY_VALUE,
        /** {@code INTERNET_BUFFERS}. */
        BUFFERS,
        /** {@code URL_COMPONENTS}. */
        URL_PARTS,
        /** An array of {@code INTERNET_COOKIE2} that a function allocates. */
        COOKIES,
        /** {@code WININET_PROXY_INFO_LIST}, with an array that a function allocates. */
        PROXY_LIST,
        /** Memory that a function has allocated, to be freed. */
        FREED,
        /** A variable for the address of a certificate chain that the function allocates. */
        CERTIFICATE_CHAIN,
        /** The value of an option, of the option's type. */
        OPTION_DATA,
        /** The value of a header, in and out. */
        HEADER_DATA,
        /** A variable for the address of a structure that a dialog works on. */
        DIALOG_DATA,
        /** Memory of an unknown type. */
        MEMORY,
        /** A pointer to nothing that is known; only whether it is NULL may be looked at. */
        RESERVED,
        /** A status callback. */
        CALLBACK,
        /** A Gopher callback, which no function calls any more. */
        ENUMERATOR
    }

    /** Which way memory goes. */
    public enum Direction {
        /** It is read only. */
        IN,
        /** It is filled; what is there before does not matter. */
        OUT,
        /** It is read and changed. */
        IN_OUT
    }

    /** In what a size counts. */
    public enum Unit {
        /** Bytes. */
        BYTES,
        /** Characters, of the form of the function: bytes in an A form. */
        CHARACTERS,
        /** Elements of an array. */
        ELEMENTS
    }

    /**
     * What says how large memory is.
     *
     * @param parameter which parameter, from 0
     * @param unit in what it counts
     * @param isVariable whether the parameter is the address of the size
     * @param text what it means for a text that goes in
     * @param filled which parameter is the variable for how much of it has been written, from 0; -1 if there is none
     */
    public record Size(int parameter, Unit unit, boolean isVariable, TextSize text, int filled) {}

    /**
     * When a parameter is looked at.
     *
     * @param parameter which other parameter decides, from 0
     * @param value the value that it has then
     */
    public record Condition(int parameter, int value) {}

    /**
     * Returns the roles of all parameters.
     *
     * @param function a function of the facade
     * @return one for each parameter
     * @throws IllegalStateException if the declaration does not make sense
     */
    public static List<Role> of(Method function) {
        Parameter[] parameters = function.getParameters();
        List<Role> roles = new ArrayList<>(parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            roles.add(of(parameters, i));
        }
        for (Role buffer : List.copyOf(roles)) {
            Size size = buffer.size;
            if (size != null && buffer.kind != Kind.RESERVED) {
                roles.set(size.parameter, roles.get(size.parameter).measuring(buffer.index, size.isVariable));
            }
        }
        return List.copyOf(roles);
    }

    private static Role of(Parameter[] parameters, int index) {
        Parameter parameter = parameters[index];
        PointsTo target = parameter.getAnnotation(PointsTo.class);
        Capacity capacity = parameter.getAnnotation(Capacity.class);
        return new Role(
                index,
                target == null ? parameter.getType() : target.value(),
                kind(parameter),
                direction(parameter),
                parameter.isAnnotationPresent(Optional.class),
                parameter.isAnnotationPresent(Ansi.class),
                size(parameters, parameter),
                related(parameters, parameter),
                capacity == null ? 0 : capacity.value(),
                condition(parameters, parameter));
    }

    private static Kind kind(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            Kind special = BY_ANNOTATION.get(annotation.annotationType());
            if (special != null) {
                return special;
            }
        }
        Class<?> type = parameter.getType();
        if (type == TextBuffer.class && parameter.isAnnotationPresent(Allocated.class)) {
            return Kind.ALLOCATED_TEXT;
        }
        Kind known = BY_TYPE.get(type);
        if (known == null && !Structure.class.isAssignableFrom(type)) {
            throw new IllegalStateException("no role for " + parameter);
        }
        return known == null ? Kind.STRUCTURE : known;
    }

    private static Direction direction(Parameter parameter) {
        if (parameter.isAnnotationPresent(Out.class)) {
            return Direction.OUT;
        }
        return parameter.isAnnotationPresent(InOut.class) ? Direction.IN_OUT : Direction.IN;
    }

    private static @Nullable Size size(Parameter[] parameters, Parameter parameter) {
        SizedBy sized = parameter.getAnnotation(SizedBy.class);
        if (sized == null) {
            return null;
        }
        String name = sized.characters() + sized.bytes() + sized.elements();
        int index = find(parameters, name);
        Unit unit = sized.bytes().equals(name) ? Unit.BYTES : Unit.CHARACTERS;
        return new Size(
                index,
                sized.elements().equals(name) ? Unit.ELEMENTS : unit,
                parameters[index].getType() == DwordRef.class,
                sized.text(),
                sized.filled().isEmpty() ? -1 : find(parameters, sized.filled()));
    }

    private static @Nullable Condition condition(Parameter[] parameters, Parameter parameter) {
        OnlyWith only = parameter.getAnnotation(OnlyWith.class);
        return only == null ? null : new Condition(find(parameters, only.parameter()), only.value());
    }

    private static int related(Parameter[] parameters, Parameter parameter) {
        OptionData option = parameter.getAnnotation(OptionData.class);
        if (option != null) {
            return find(parameters, option.value());
        }
        HeaderData header = parameter.getAnnotation(HeaderData.class);
        if (header != null) {
            return find(parameters, header.value());
        }
        DialogData dialog = parameter.getAnnotation(DialogData.class);
        if (dialog != null) {
            return find(parameters, dialog.value());
        }
        PointsInto text = parameter.getAnnotation(PointsInto.class);
        return text == null ? -1 : find(parameters, text.value());
    }

    private static int find(Parameter[] parameters, String name) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no parameter " + name);
    }

    /**
     * Returns the role of a parameter that points to another structure.
     *
     * @param structure the structure
     * @return this role with it
     */
    public Role pointingTo(Class<?> structure) {
        return new Role(index, structure, kind, direction, isOptional, isAnsi, size, related, capacity, condition);
    }

    private Role measuring(int buffer, boolean isVariable) {
        Kind as = isVariable ? Kind.SIZE_VARIABLE : Kind.SIZE;
        return new Role(index, type, as, direction, isOptional, isAnsi, size, buffer, capacity, condition);
    }
}
