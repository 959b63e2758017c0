package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTIONA;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTION_LISTA;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.ConnectionOptionLayout;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;

/** {@code INTERNET_PER_CONN_OPTION_LIST} of a C caller. Texts that a query answers with are freed by the caller. */
final class ConnectionOptionsFromNative {
    private static final StructureLayout LIST = StructureLayout.of(INTERNET_PER_CONN_OPTION_LIST.class);
    private static final int CONNECTION = LIST.offset("pszConnection");
    private static final int COUNT = LIST.offset("dwOptionCount");
    private static final int ERROR = LIST.offset("dwOptionError");
    private static final int OPTIONS = LIST.offset("pOptions");

    /** No list names an option twice, so longer lists are taken for empty ones. */
    private static final int MOST = 1024;

    private ConnectionOptionsFromNative() {}

    private static int size(Pointer memory) {
        int stated = memory.getInt(0);
        return stated == LIST.size() ? new INTERNET_PER_CONN_OPTION_LIST().sizeof() : Structures.WRONG_SIZE;
    }

    private static int count(Pointer memory) {
        int count = memory.getInt(COUNT);
        return memory.getPointer(OPTIONS) == null || count < 0 || count > MOST ? 0 : count;
    }

    private static Pointer option(Pointer memory, int index) {
        return memory.getPointer(OPTIONS).share((long) index * ConnectionOptionLayout.SIZE);
    }

    static INTERNET_PER_CONN_OPTION_LIST wide(Pointer memory) {
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.dwSize = size(memory);
        if (!LIST.isSizeRight(memory)) {
            return list;
        }
        list.pszConnection = WideText.read(memory.getPointer(CONNECTION));
        list.dwOptionCount = memory.getInt(COUNT);
        INTERNET_PER_CONN_OPTION[] options = new INTERNET_PER_CONN_OPTION[count(memory)];
        for (int i = 0; i < options.length; i++) {
            options[i] = new INTERNET_PER_CONN_OPTION();
            options[i].dwOption = option(memory, i).getInt(0);
        }
        list.pOptions = options;
        return list;
    }

    /** Reads what is to be set as well; a query may have anything there. */
    static void readValues(INTERNET_PER_CONN_OPTION_LIST list, Pointer memory) {
        INTERNET_PER_CONN_OPTION[] options = list.pOptions;
        for (int i = 0; options != null && i < options.length; i++) {
            ConnectionOptionLayout.read(options[i], option(memory, i));
        }
    }

    static INTERNET_PER_CONN_OPTION_LISTA ansi(Pointer memory) {
        INTERNET_PER_CONN_OPTION_LISTA list = new INTERNET_PER_CONN_OPTION_LISTA();
        list.dwSize = size(memory);
        if (!LIST.isSizeRight(memory)) {
            return list;
        }
        list.pszConnection = NarrowText.read(memory.getPointer(CONNECTION));
        list.dwOptionCount = memory.getInt(COUNT);
        INTERNET_PER_CONN_OPTIONA[] options = new INTERNET_PER_CONN_OPTIONA[count(memory)];
        for (int i = 0; i < options.length; i++) {
            options[i] = new INTERNET_PER_CONN_OPTIONA();
            options[i].dwOption = option(memory, i).getInt(0);
        }
        list.pOptions = options;
        return list;
    }

    /** Reads what is to be set as well; a query may have anything there. */
    static void readValues(INTERNET_PER_CONN_OPTION_LISTA list, Pointer memory) {
        INTERNET_PER_CONN_OPTIONA[] options = list.pOptions;
        for (int i = 0; options != null && i < options.length; i++) {
            Pointer from = option(memory, i);
            if (ConnectionOptionLayout.isText(options[i].dwOption)) {
                options[i].pszValue = NarrowText.read(from.getPointer(ConnectionOptionLayout.VALUE));
            } else {
                INTERNET_PER_CONN_OPTION value = new INTERNET_PER_CONN_OPTION();
                ConnectionOptionLayout.read(value, from);
                options[i].dwValue = value.dwValue;
                options[i].ftValue = value.ftValue;
            }
        }
    }

    static void give(INTERNET_PER_CONN_OPTION_LIST list, Pointer memory, boolean filled) {
        if (!LIST.isSizeRight(memory)) {
            return;
        }
        memory.setInt(ERROR, list.dwOptionError);
        INTERNET_PER_CONN_OPTION[] options = list.pOptions;
        for (int i = 0; filled && options != null && i < options.length; i++) {
            ConnectionOptionLayout.write(options[i], option(memory, i), Arena.freedByReceiver());
        }
    }

    static void give(INTERNET_PER_CONN_OPTION_LISTA list, Pointer memory, boolean filled) {
        if (!LIST.isSizeRight(memory)) {
            return;
        }
        memory.setInt(ERROR, list.dwOptionError);
        INTERNET_PER_CONN_OPTIONA[] options = list.pOptions;
        for (int i = 0; filled && options != null && i < options.length; i++) {
            Pointer to = option(memory, i);
            byte[] text = options[i].pszValue;
            if (ConnectionOptionLayout.isText(options[i].dwOption)) {
                to.setPointer(
                        ConnectionOptionLayout.VALUE,
                        text == null ? null : Arena.freedByReceiver().ansi(text));
            } else {
                INTERNET_PER_CONN_OPTION value = new INTERNET_PER_CONN_OPTION();
                value.dwOption = options[i].dwOption;
                value.dwValue = options[i].dwValue;
                value.ftValue = options[i].ftValue;
                ConnectionOptionLayout.write(value, to, Arena.freedByReceiver());
            }
        }
    }
}
