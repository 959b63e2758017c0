/**
 * WinInet for Java: the HTTP and FTP client API of Windows, on every platform.
 *
 * <p><b>The facade.</b> {@code WinInet} carries every function of the C API under its own name, one name per function
 * and no overloads. It declares nothing itself: the functions stand in one interface per family in {@code function},
 * the handles, holders and structures they take in {@code type}, the constants in {@code constant}. A BOOL is a
 * {@code boolean}, a DWORD an {@code int}, a string a {@code String} that may be null. A failed call returns what the C
 * function returns, and {@code GetLastError} says why; no function throws.
 *
 * <p><b>Two back ends.</b> {@code engine} is WinInet in pure Java. {@code nativelib} binds the same facade to a native
 * library: the one of Windows, or the library of the same ABI that this project builds. Neither knows the other; a
 * caller gets one from {@code WinInets}, which finds them as services.
 *
 * <p><b>Synchronous and asynchronous.</b> As in C: a session opened with {@code INTERNET_FLAG_ASYNC} answers
 * {@code ERROR_IO_PENDING} and completes through the status callback. Both ways run the same code; only the thread
 * differs.
 *
 * <p><b>Text.</b> The facade and everything behind it speak UTF-16, as the W functions do. The A functions are an
 * adapter over the facade, in {@code ansi}.
 *
 * <p><b>Rules.</b> What looks like R-SEND-9 is the number of a rule of behaviour. The page {@code
 * src/site/markdown/rules.md} of the sources has each with its text, its source and the tests that show it.
 */
@NullMarked
package io.github.wininet4j;

import org.jspecify.annotations.NullMarked;
