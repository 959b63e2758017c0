/*
 * How a call gets to the engine.
 */
#ifndef WININET4J_ENGINE_H
#define WININET4J_ENGINE_H

#include "bridge.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Calls the engine, after starting it if need be, and returns its result. failure: what the function returns when it
 * fails, as in the list of functions; if there is no engine, it is the result, and the last error is
 * ERROR_INTERNET_INTERNAL_ERROR.
 */
uint64_t wininet4j_call(uint32_t function, const uint64_t *arguments, uint64_t failure);

/*
 * What wininet4j_install does. Calls within the library do not go by exported names, which another copy of it in this
 * process may have taken.
 */
void wininet4j_set_entry(wininet4j_dispatch dispatch);

/*
 * Starts the engine in the Java machine of this process, or in a new one, and returns once it has told
 * wininet4j_install its entry. What goes wrong is said in one line on stderr. At most once per process.
 */
void wininet4j_start_engine(void);

#endif
