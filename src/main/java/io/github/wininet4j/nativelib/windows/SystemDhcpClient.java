package io.github.wininet4j.nativelib.windows;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The DHCP client by dhcpcsvc.dll, whose adapters are in the registry. */
final class SystemDhcpClient implements DhcpClient {
    private static final String ADAPTERS = "SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces";

    /** {@code DHCPCAPI_REQUEST_SYNCHRONOUS}. */
    private static final int SYNCHRONOUS = 2;

    /** No option of a packet is longer, nor are several of one number together. */
    private static final int LARGEST = 4096;

    /** {@code DHCPCAPI_PARAMS_ARRAY}, which is passed itself. */
    @Structure.FieldOrder({"count", "first"})
    public static final class Parameters extends Structure implements Structure.ByValue {
        /** How many. */
        public int count;

        /** Where the first is. */
        public @Nullable Pointer first;

        /** Creates one of none, as JNA does to learn its size. */
        public Parameters() {}

        Parameters(Pointer only) {
            count = 1;
            first = only;
        }
    }

    @Override
    public List<String> adapters() {
        List<String> names = new ArrayList<>();
        try {
            for (String name : Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, ADAPTERS)) {
                String key = ADAPTERS + "\\" + name;
                if (Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, key, "EnableDHCP")
                        && Advapi32Util.registryGetIntValue(WinReg.HKEY_LOCAL_MACHINE, key, "EnableDHCP") != 0) {
                    names.add(name);
                }
            }
        } catch (Win32Exception | ClassCastException e) {
            // Then nobody is asked.
        }
        return names;
    }

    @Override
    public byte[] option(String adapter, int number) {
        // DHCPCAPI_PARAMS: flags, number, whether it is a vendor's, address and length of the value.
        long address = roundUp(3L * Integer.BYTES);
        long length = address + Native.POINTER_SIZE;
        try (Memory wanted = new Memory(roundUp(length + Integer.BYTES));
                Memory room = new Memory(LARGEST)) {
            wanted.clear();
            wanted.setInt(Integer.BYTES, number);
            IntByReference size = new IntByReference(LARGEST);
            NativeLibrary client = NativeLibrary.getInstance(
                    "dhcpcsvc", Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION));
            int result = client.getFunction("DhcpRequestParams").invokeInt(new Object[] {
                SYNCHRONOUS,
                null,
                new WString(adapter),
                null,
                new Parameters(),
                new Parameters(wanted),
                room,
                size,
                null
            });
            Pointer value = wanted.getPointer(address);
            int count = wanted.getInt(length);
            return result != 0 || value == null || count <= 0 || count > LARGEST
                    ? new byte[0]
                    : value.getByteArray(0, count);
        } catch (UnsatisfiedLinkError e) {
            // A Windows without it.
            return new byte[0];
        }
    }

    private static long roundUp(long size) {
        return (size + Native.POINTER_SIZE - 1) / Native.POINTER_SIZE * Native.POINTER_SIZE;
    }
}
