/*
 * How a call gets to the engine.
 */
#ifndef WININET4J_ENGINE_H
#define WININET4J_ENGINE_H

#include "bridge.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Calls the engine, after starting it if need be. False if there is none: the last error is then
 * ERROR_INTERNET_INTERNAL_ERROR and the caller returns its failure value.
 */
bool wininet4j_call(uint32_t function, const uint64_t *arguments, uint64_t *result);

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
