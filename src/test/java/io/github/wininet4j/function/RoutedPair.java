package io.github.wininet4j.function;

/** As the build generates it. */
final class RoutedPair extends RoutedFacade implements Pair {
    RoutedPair(FamilyRouter router) {
        super(router, Pair.class, 3);
    }

    @Override
    public int count(int step) {
        return (int) call(0, FamilyRouterTest.Counting.class, "count", new Object[] {step});
    }

    @Override
    public boolean refuse() {
        return (boolean) call(1, FamilyRouterTest.Counting.class, "refuse", new Object[] {});
    }

    @Override
    public String InternetDial(String name) {
        return (String) call(2, FamilyRouterTest.Naming.class, "InternetDial", new Object[] {name});
    }

    @Override
    public String label() {
        return (String) own("label");
    }
}
