/** The results: figures, tables and plots. */
package io.github.wininet4j.bench.report;
