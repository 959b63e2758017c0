/*
 * What small WinInet programs need of windows.h, for Linux and macOS: types and macros, text, formats, memory, events
 * and threads, times, messages, libraries. No files, no windows, no registry.
 *
 * With -fshort-wchar L"text" of C is a WCHAR text, and the wide functions of C are the ones declared here; u"text" and
 * TEXT("text") always are.
 */
#ifndef WININET4J_COMPAT_WINDOWS_H
#define WININET4J_COMPAT_WINDOWS_H

#include "wininet4j/base.h"

#include "wininet4j/text.h"

#include "wininet4j/format.h"

#include "wininet4j/memory.h"

#include "wininet4j/times.h"

#include "wininet4j/sync.h"

#include "wininet4j/lock.h"

#include "wininet4j/tls.h"

#include "wininet4j/thread.h"

#include "wininet4j/message.h"

#include "wininet4j/library.h"

#include "wininet4j/console.h"

#include "wininet4j/names.h"

#include "wininet4j/entry.h"

#include "wininet4j/multibyte.h"

#endif
