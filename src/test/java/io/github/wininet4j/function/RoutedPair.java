package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.function.FamilyRouterTest.Counting;
import io.github.wininet4j.function.FamilyRouterTest.Naming;

/** As the build generates it. */
final class RoutedPair extends RoutedFacade implements Pair {
    private volatile Counting counting;
    private volatile Naming naming;

    RoutedPair(Border border) {
        super(border);
    }

    @Override
    public int count(int step) {
        try {
            begin(Counting.class, "count");
            return counting().count(step);
        } catch (Throwable t) {
            return (int) failed(Counting.class, "count", null, t);
        }
    }

    @Override
    public boolean refuse() {
        try {
            begin(Counting.class, "refuse");
            return counting().refuse();
        } catch (Throwable t) {
            return (boolean) failed(Counting.class, "refuse", null, t);
        }
    }

    private Counting counting() {
        Counting known = counting;
        if (known == null) {
            known = (Counting) family(Counting.class);
            counting = known;
        }
        return known;
    }

    @Override
    public String InternetDial(String name) {
        try {
            begin(Naming.class, "InternetDial");
            return naming().InternetDial(name);
        } catch (Throwable t) {
            return (String) failed(Naming.class, "InternetDial", null, t);
        }
    }

    private Naming naming() {
        Naming known = naming;
        if (known == null) {
            known = (Naming) family(Naming.class);
            naming = known;
        }
        return known;
    }

    @Override
    public String label() {
        return (String) own("label");
    }
}
