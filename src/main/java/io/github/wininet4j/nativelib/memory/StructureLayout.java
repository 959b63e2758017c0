package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Pointer;
import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.annotation.Word;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.Structure;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the members of a structure lie in C memory: natural alignment, on this machine's pointer size. The members are
 * the public fields of the class in their order.
 */
public final class StructureLayout {
    private static final Map<Class<?>, FieldKind> IN_PLACE = Map.of(
            String.class, FieldKind.TEXT_ARRAY,
            byte[].class, FieldKind.ANSI_ARRAY,
            int[].class, FieldKind.DWORD_ARRAY);

    private static final Set<FieldKind> TEXTS = EnumSet.of(FieldKind.TEXT, FieldKind.ANSI_TEXT, FieldKind.NARROW_TEXT);

    private static final Set<FieldKind> POINTERS =
            EnumSet.of(FieldKind.TEXT, FieldKind.ANSI_TEXT, FieldKind.NARROW_TEXT, FieldKind.OTHER_POINTER);

    private static final Map<Class<?>, FieldKind> BY_TYPE = Map.of(
            int.class, FieldKind.DWORD,
            boolean.class, FieldKind.BOOL,
            long.class, FieldKind.POINTER_SIZED,
            FILETIME.class, FieldKind.FILETIME,
            String.class, FieldKind.TEXT,
            byte[].class, FieldKind.ANSI_TEXT);

    private static final ClassValue<StructureLayout> LAYOUTS = new ClassValue<>() {
        @Override
        protected StructureLayout computeValue(Class<?> type) {
            return new StructureLayout(type);
        }
    };

    /**
     * One member.
     *
     * @param field the Java field
     * @param kind how it lies in memory
     * @param offset bytes from the start of the structure
     * @param count elements; 1 unless it is an array
     */
    private record Member(Field field, FieldKind kind, int offset, int count) {
        int size() {
            return kind.size() * count;
        }
    }

    /** A text and the member with its length. */
    private record Counted(Member text, Member length) {}

    private final List<Member> members = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>(0);
    private final Map<String, Member> byName = new HashMap<>();
    private final int size;
    private final int alignment;

    private StructureLayout(Class<?> type) {
        int end = 0;
        int alignment = 1;
        if (type.getSuperclass() != Object.class) {
            // A structure that begins with another one.
            StructureLayout first = LAYOUTS.get(type.getSuperclass());
            members.addAll(first.members);
            byName.putAll(first.byName);
            end = first.size;
            alignment = first.alignment;
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isPublic(field.getModifiers()) || Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            FieldKind kind = kind(field);
            alignment = Math.max(alignment, kind.alignment());
            Member member = new Member(field, kind, roundUp(end, kind.alignment()), count(field));
            members.add(member);
            byName.put(field.getName(), member);
            end = member.offset + member.size();
        }
        this.size = roundUp(end, alignment);
        this.alignment = alignment;
        for (Member member : members) {
            SizedBy sized = member.field.getAnnotation(SizedBy.class);
            if (sized != null && TEXTS.contains(member.kind)) {
                counted.add(new Counted(member, member(sized.characters() + sized.bytes())));
            }
        }
    }

    /**
     * Returns the layout of a structure.
     *
     * @param type its class
     * @return the layout
     */
    public static StructureLayout of(Class<? extends Structure> type) {
        return LAYOUTS.get(type);
    }

    /** {@return the size of the structure in bytes, padding included} */
    public int size() {
        return size;
    }

    /**
     * Returns where a member is.
     *
     * @param name its name
     * @return bytes from the start of the structure
     */
    public int offset(String name) {
        return member(name).offset;
    }

    /**
     * Returns a member of a structure.
     *
     * @param structure the structure
     * @param name the member's name
     * @return its value
     */
    public @Nullable Object get(Structure structure, String name) {
        return get(member(name).field, structure);
    }

    /**
     * Sets a member of a structure.
     *
     * @param structure the structure
     * @param name the member's name
     * @param value its value
     */
    public void set(Structure structure, String name, @Nullable Object value) {
        set(member(name).field, structure, value);
    }

    /** Returns whether the structure points to other memory. */
    public boolean hasPointers() {
        return members.stream().anyMatch(member -> POINTERS.contains(member.kind));
    }

    /** Returns whether the structure states its own size. */
    public boolean hasOwnSize() {
        return isOwnSize(members.get(0));
    }

    /**
     * Reads only the member in which a structure states its own size, if it has one.
     *
     * @param structure what to fill
     * @param memory where from
     */
    public void readOwnSize(Structure structure, Pointer memory) {
        Member first = members.get(0);
        if (isOwnSize(first)) {
            int stated = memory.getInt(0);
            // Another machine's size would be taken for right.
            set(first.field, structure, stated == size ? structure.sizeof() : 0);
        }
    }

    /**
     * Returns whether a structure states the size that it has here. Until that is known nothing else of it may be read.
     *
     * @param memory where it is
     * @return false if it states another size; true as well if it states none
     */
    public boolean isSizeRight(Pointer memory) {
        return !isOwnSize(members.get(0)) || memory.getInt(0) == size;
    }

    private Member member(String name) {
        Member found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    /**
     * Writes a structure; pointers of other kinds than text stay as they are. Of a text no more is stated than there
     * is.
     *
     * @param structure what to write
     * @param memory where to
     * @param arena where its texts go
     */
    public void write(Structure structure, Pointer memory, Arena arena) {
        for (Member member : members) {
            write(member, structure, memory, arena);
        }
        for (Counted each : counted) {
            limit(each, structure, memory);
        }
    }

    private static void limit(Counted counted, Structure structure, Pointer memory) {
        Object text = get(counted.text.field, structure);
        int length = text == null ? 0 : text instanceof byte[] bytes ? bytes.length : ((String) text).length();
        Pointer stated = at(memory, counted.length);
        // The NUL may be counted.
        if (text != null && Integer.compareUnsigned(stated.getInt(0), length + 1) > 0) {
            stated.setInt(0, length);
        }
    }

    /**
     * Writes a structure but for its pointers.
     *
     * @param structure what to write
     * @param memory where to
     */
    public void writeNumbers(Structure structure, Pointer memory) {
        for (Member member : members) {
            if (!POINTERS.contains(member.kind)) {
                write(member, structure, memory, Arena.within(memory));
            }
        }
    }

    private void write(Member member, Structure structure, Pointer memory, Arena arena) {
        Object value = get(member.field, structure);
        if (isOwnSize(member) && Integer.valueOf(structure.sizeof()).equals(value)) {
            value = size;
        }
        member.kind.write(at(memory, member), value, member.count, arena);
    }

    /** Java programs state the 64-bit size of a structure whatever the machine. */
    private static boolean isOwnSize(Member member) {
        return member.field.isAnnotationPresent(OwnSize.class);
    }

    /**
     * Reads a structure; members that are pointers of other kinds than text keep their values.
     *
     * @param structure what to fill
     * @param memory where from
     */
    public void read(Structure structure, Pointer memory) {
        read(structure, memory, ForeignMemory.TRUSTED);
    }

    /**
     * Reads a structure as {@link #read(Structure, Pointer)} does.
     *
     * @param structure what to fill
     * @param memory where from
     * @param texts what its texts lie in
     */
    public void read(Structure structure, Pointer memory, ForeignMemory texts) {
        for (Member member : members) {
            if (member.kind != FieldKind.OTHER_POINTER) {
                read(member, structure, memory, texts);
            }
        }
    }

    /**
     * Returns the pointers of a structure to texts.
     *
     * @param memory where it is
     * @return addresses, without those that are null
     */
    public Set<Long> texts(Pointer memory) {
        Set<Long> found = new LinkedHashSet<>();
        for (Member member : members) {
            if (TEXTS.contains(member.kind)) {
                found.add(PointerSized.get(at(memory, member)));
            }
        }
        found.remove(0L);
        return found;
    }

    /**
     * Reads a structure but for its pointers.
     *
     * @param structure what to fill
     * @param memory where from
     */
    public void readNumbers(Structure structure, Pointer memory) {
        for (Member member : members) {
            if (!POINTERS.contains(member.kind)) {
                read(member, structure, memory, ForeignMemory.TRUSTED);
            }
        }
    }

    private void read(Member member, Structure structure, Pointer memory, ForeignMemory texts) {
        Object value = member.kind.read(at(memory, member), member.count, texts);
        boolean ownSize = isOwnSize(member) && value != null && value.equals(size);
        set(member.field, structure, ownSize ? (Object) structure.sizeof() : value);
    }

    private static Pointer at(Pointer memory, Member member) {
        return memory.share(member.offset);
    }

    private static FieldKind kind(Field field) {
        if (field.isAnnotationPresent(Word.class)) {
            return FieldKind.WORD;
        }
        if (field.isAnnotationPresent(Ansi.class)) {
            return FieldKind.NARROW_TEXT;
        }
        return field.isAnnotationPresent(InPlace.class)
                ? IN_PLACE.getOrDefault(field.getType(), FieldKind.OTHER_POINTER)
                : BY_TYPE.getOrDefault(field.getType(), FieldKind.OTHER_POINTER);
    }

    private static int count(Field field) {
        InPlace array = field.getAnnotation(InPlace.class);
        return array == null ? 1 : array.value();
    }

    private static @Nullable Object get(Field field, Structure structure) {
        try {
            return field.get(structure);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Structure structure, @Nullable Object value) {
        try {
            field.set(structure, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int roundUp(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
