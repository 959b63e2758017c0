/** The work to be measured, the processes that do it, and what they report. */
package io.github.wininet4j.bench.work;
