package io.github.wininet4j.engine.proxy.pac;

import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/** The functions that make much text of little, which no look at the arguments alone can stop. */
final class GuardedText {
    /** Estimates how long the result of a function will be. */
    @FunctionalInterface
    private interface Estimate {
        double of(double length, double first, double second);
    }

    private GuardedText() {}

    static void install(ScriptableObject scope) {
        ScriptableObject strings = prototype(scope, "String");
        estimate(scope, strings, "repeat", (length, first, second) -> length * first);
        estimate(scope, strings, "padStart", (length, first, second) -> first);
        estimate(scope, strings, "padEnd", (length, first, second) -> first);
        estimate(scope, strings, "replace", (length, first, second) -> (length + 1) * Math.max(1, second));
        estimate(scope, strings, "replaceAll", (length, first, second) -> (length + 1) * Math.max(1, second));
        ScriptableObject arrays = prototype(scope, "Array");
        for (String name : new String[] {"join", "toString", "toLocaleString"}) {
            PacSandbox.define(arrays, name, new Join(scope, name));
        }
    }

    private static ScriptableObject prototype(ScriptableObject scope, String type) {
        return (ScriptableObject) ScriptableObject.getClassPrototype(scope, type);
    }

    private static void estimate(Scriptable scope, ScriptableObject owner, String name, Estimate estimate) {
        if (owner.get(name, owner) instanceof Function function) {
            PacSandbox.define(owner, name, new Estimated(scope, function, estimate));
        }
    }

    /** Refuses a call whose result would be too long. */
    private static final class Estimated extends BaseFunction {
        private static final long serialVersionUID = 1;

        private final transient Function function;
        private final transient Estimate estimate;

        Estimated(Scriptable scope, Function function, Estimate estimate) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
            this.function = function;
            this.estimate = estimate;
        }

        @Override
        public @Nullable Object call(
                Context context, Scriptable scope, @Nullable Scriptable self, @Nullable Object[] arguments) {
            double length = Context.toString(self).length();
            double needed = estimate.of(length, size(arguments, 0), size(arguments, 1));
            PacSandbox.run(context).requireLength(needed);
            return function.call(context, scope, self, arguments);
        }

        /** The number of a number, the length of anything else that can become text. */
        private static double size(@Nullable Object[] arguments, int index) {
            Object argument = index < arguments.length ? arguments[index] : null;
            if (argument instanceof Number number) {
                return Math.abs(number.doubleValue());
            }
            return argument == null || argument instanceof Function
                    ? 0
                    : Context.toString(argument).length();
        }
    }

    /** Puts a list together, element by element, so that lists of lists are counted as they grow. */
    private static final class Join extends BaseFunction {
        private static final long serialVersionUID = 1;

        private final boolean separated;

        Join(Scriptable scope, String name) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
            this.separated = name.equals("join");
        }

        @Override
        public Object call(Context context, Scriptable scope, @Nullable Scriptable self, @Nullable Object[] arguments) {
            PacRun run = PacSandbox.run(context);
            run.requireShort(self);
            boolean given = separated && arguments.length > 0 && !Undefined.isUndefined(arguments[0]);
            String separator = given ? Context.toString(arguments[0]) : ",";
            StringBuilder text = new StringBuilder();
            int count = self == null ? 0 : length(self);
            for (int i = 0; i < count && self != null; i++) {
                run.check();
                if (i > 0) {
                    text.append(separator);
                    run.chargeCharacters(separator.length());
                }
                Object element = ScriptableObject.getProperty(self, i);
                if (element != null && element != Scriptable.NOT_FOUND && !Undefined.isUndefined(element)) {
                    run.charge(element);
                    String part = Context.toString(element);
                    run.chargeCharacters(part.length());
                    text.append(part);
                }
            }
            return text.toString();
        }

        private static int length(Scriptable list) {
            Object length = ScriptableObject.getProperty(list, "length");
            return length instanceof Number number ? (int) Math.max(0, number.doubleValue()) : 0;
        }
    }
}
