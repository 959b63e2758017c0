/**
 * What a parameter, a function or a member of a structure is in C, said where it is declared, as the Windows headers do
 * with their own annotations. {@link io.github.wininet4j.function.Role} and
 * {@link io.github.wininet4j.function.ReturnConvention} read it.
 */
@NullMarked
package io.github.wininet4j.annotation;

import org.jspecify.annotations.NullMarked;
