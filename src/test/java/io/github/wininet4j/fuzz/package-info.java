/** Any input for every parser: targets, a generator of inputs, and what it costs to parse them. */
package io.github.wininet4j.fuzz;
