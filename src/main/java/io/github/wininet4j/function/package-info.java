/**
 * The facade by family: one interface a family, one method a C function, under the exact name without the A or W
 * suffix. There are no overloads, so that one name is one export. What the C prototypes leave open is the same for all
 * of them:
 *
 * <ul>
 *   <li>Text is that of the wide functions, UTF-16; the A forms are in {@code io.github.wininet4j.ansi} (R-GEN-1). A
 *       length that comes with text counts characters unless a function says bytes. {@code -1} as the length of headers
 *       means all of the text.
 *   <li>A call that fails returns {@code false}, {@code null}, the error number or -1, whatever its C function does,
 *       and {@link io.github.wininet4j.function.ErrorFunctions#GetLastError()} has the reason (R-GEN-2). No call
 *       throws.
 *   <li>A null {@link io.github.wininet4j.type.HINTERNET} and one of value 0 are both {@code NULL}. A stale handle is
 *       {@code ERROR_INVALID_HANDLE}, one of the wrong kind {@code ERROR_INTERNET_INCORRECT_HANDLE_TYPE} (R-HANDLE-20).
 *   <li>Bytes of a {@link java.nio.ByteBuffer} start at its position. Position and limit stay as they are. Fewer
 *       remaining bytes than the count that is passed beside the buffer are {@code ERROR_INVALID_PARAMETER}.
 *   <li>An {@link io.github.wininet4j.type.LPVOID} stands for its own address.
 *   <li>Reserved arguments have to be 0 or null (R-GEN-15).
 *   <li>"May pend" says that in an asynchronous session the call can fail with {@code ERROR_IO_PENDING} and go on; its
 *       outcome comes with {@code INTERNET_STATUS_REQUEST_COMPLETE}, and what it was given belongs to it until then
 *       (R-ASYNC-6, R-ASYNC-31).
 * </ul>
 *
 * <p>"See also" names the rules of the behaviour reference and the pages of the WinINet documentation by their titles.
 */
@NullMarked
package io.github.wininet4j.function;

import org.jspecify.annotations.NullMarked;
