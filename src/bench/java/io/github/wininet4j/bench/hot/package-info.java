/** Where a contestant spends its time and its memory. */
package io.github.wininet4j.bench.hot;
