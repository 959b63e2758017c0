package io.github.wininet4j.nativelib;

import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.function.Role.Kind;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.function.Role.Unit;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import java.lang.reflect.Method;
import java.util.List;
import java.util.StringJoiner;

/**
 * The C source of a library that believes its caller, made from the annotations of the facade: each function reads all
 * memory that goes in and writes all that comes out, as long as the caller says, and succeeds.
 */
final class FillingLibrary {
    private static final String START = """
            #include <stdint.h>
            #include <stdlib.h>
            #include <string.h>

            #define EXPORT __attribute__((visibility("default")))

            static volatile unsigned sum;

            static uint32_t number(const void *at) {
                uint32_t value = 0;
                if (at) {
                    memcpy(&value, at, sizeof value);
                }
                return value;
            }

            static void *pointer(const char *at) {
                void *value;
                memcpy(&value, at, sizeof value);
                return value;
            }

            static void take(const void *memory, uint64_t size) {
                for (uint64_t i = 0; memory && i < size; i++) {
                    sum += ((const unsigned char *)memory)[i];
                }
            }

            static void fill(void *memory, uint64_t size) {
                if (memory) {
                    memset(memory, 'x', size);
                }
            }
            """;

    private FillingLibrary() {}

    static String source() {
        StringBuilder all = new StringBuilder(START);
        StatedLengths.functions().forEach(function -> append(all, function));
        return all.toString();
    }

    private static void append(StringBuilder all, Method function) {
        List<Role> roles = Role.of(function);
        StringJoiner parameters = new StringJoiner(", ");
        StringBuilder body = new StringBuilder();
        for (Role role : roles) {
            parameters.add(type(role.kind()) + " p" + role.index());
            body.append("    (void)p").append(role.index()).append(";\n");
        }
        // Sizes are read before anything is written over them.
        for (Role role : roles) {
            String size = size(role);
            if (size != null) {
                body.append("    uint64_t s" + role.index() + " = " + size + ";\n");
            }
        }
        for (Role role : roles) {
            if (role.kind() == Kind.BUFFERS) {
                body.append(buffers(role));
            } else if (role.kind() == Kind.URL_PARTS) {
                body.append(urlParts(role));
            } else if (size(role) != null) {
                String what = role.direction() == Direction.IN ? "take" : "fill";
                body.append("    " + what + "(p" + role.index() + ", s" + role.index() + ");\n");
            }
        }
        String result = ReturnConvention.returnsErrorNumber(function) ? "0" : "1";
        all.append("\nEXPORT uint64_t ")
                .append(function.getName())
                .append("W(")
                .append(parameters)
                .append(") {\n");
        all.append(body).append("    return ").append(result).append(";\n}\n");
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case NUMBER, SIZE, TRUTH, WORD -> "uint32_t";
            case POINTER_SIZED, GROUP_ID, HANDLE, STRUCTURE_BY_VALUE -> "uint64_t";
            default -> "void *";
        };
    }

    /** How many bytes of a parameter the function works on, as an expression; null if it is no memory of the caller. */
    private static String size(Role role) {
        Size size = role.size();
        if (role.kind() == Kind.COOKIES || role.kind() == Kind.ALLOCATED_TEXT || role.kind() == Kind.FREED) {
            return null;
        }
        if (size != null && role.kind() != Kind.RESERVED) {
            String stated = "p" + size.parameter();
            return (size.isVariable() ? "number(" + stated + ")" : "(uint64_t)" + stated) + " * " + unit(role);
        }
        if (role.capacity() > 0) {
            return role.capacity() + " * " + (role.kind() == Kind.TEXT_BUFFER ? Character.BYTES : 1);
        }
        return role.kind() == Kind.STRUCTURE
                ? Integer.toString(StructureLayout.of(role.type().asSubclass(Structure.class))
                        .size())
                : null;
    }

    static int unit(Role role) {
        return role.size().unit() == Unit.CHARACTERS && !role.isAnsi() ? Character.BYTES : 1;
    }

    private static String buffers(Role role) {
        StructureLayout layout = StructureLayout.of(INTERNET_BUFFERS.class);
        String p = "(char *)p" + role.index() + " + ";
        String data = role.direction() == Direction.IN ? "take" : "fill";
        return "    if (p" + role.index() + ") {\n"
                + "        take(pointer(" + p + layout.offset("lpcszHeader") + "), 2 * (uint64_t)number(" + p
                + layout.offset("dwHeadersLength") + "));\n"
                + "        " + data + "(pointer(" + p + layout.offset("lpvBuffer") + "), number(" + p
                + layout.offset("dwBufferLength") + "));\n    }\n";
    }

    private static String urlParts(Role role) {
        StructureLayout layout = StructureLayout.of(URL_COMPONENTS.class);
        String p = "(char *)p" + role.index() + " + ";
        StringBuilder body = new StringBuilder("    if (p" + role.index() + ") {\n");
        for (UrlPart part : UrlPart.values()) {
            body.append("        fill(pointer(" + p + layout.offset(part.pointerName()) + "), 2 * (uint64_t)number(" + p
                    + layout.offset(part.lengthName()) + "));\n");
        }
        return body.append("    }\n").toString();
    }
}
