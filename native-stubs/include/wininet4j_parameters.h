/*
 * Takes the pairs "type, parameter, type, parameter, ..." of wininet4j_functions.def apart, up to nine of them.
 */
#ifndef WININET4J_PARAMETERS_H
#define WININET4J_PARAMETERS_H

/* A parameter list: "type parameter, type parameter". */
#define WININET4J_PARAMETERS(...) WININET4J_EACH(WININET4J_PARAMETER, WININET4J_COMMA, __VA_ARGS__)
#define WININET4J_PARAMETER(type, parameter) type parameter

/* M(type, parameter) for every pair, with S() between them. */
#define WININET4J_EACH(M, S, ...)                                                                                   \
    WININET4J_SELECT(__VA_ARGS__, WININET4J_9, 0, WININET4J_8, 0, WININET4J_7, 0, WININET4J_6, 0, WININET4J_5, 0,  \
        WININET4J_4, 0, WININET4J_3, 0, WININET4J_2, 0, WININET4J_1, 0, 0)(M, S, __VA_ARGS__)
#define WININET4J_COMMA() ,
#define WININET4J_NOTHING()

#define WININET4J_SELECT(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, chosen, ...) chosen
#define WININET4J_1(M, S, t, p) M(t, p)
#define WININET4J_2(M, S, t, p, ...) M(t, p) S() WININET4J_1(M, S, __VA_ARGS__)
#define WININET4J_3(M, S, t, p, ...) M(t, p) S() WININET4J_2(M, S, __VA_ARGS__)
#define WININET4J_4(M, S, t, p, ...) M(t, p) S() WININET4J_3(M, S, __VA_ARGS__)
#define WININET4J_5(M, S, t, p, ...) M(t, p) S() WININET4J_4(M, S, __VA_ARGS__)
#define WININET4J_6(M, S, t, p, ...) M(t, p) S() WININET4J_5(M, S, __VA_ARGS__)
#define WININET4J_7(M, S, t, p, ...) M(t, p) S() WININET4J_6(M, S, __VA_ARGS__)
#define WININET4J_8(M, S, t, p, ...) M(t, p) S() WININET4J_7(M, S, __VA_ARGS__)
#define WININET4J_9(M, S, t, p, ...) M(t, p) S() WININET4J_8(M, S, __VA_ARGS__)

#endif
