package io.github.wininet4j.function;

/** A facade that has a class. */
interface Pair extends FamilyRouterTest.Both {
    @Override
    String label();
}
