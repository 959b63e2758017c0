package io.github.wininet4j.engine.proxy.pac;

import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** A built-in function that looks at the size of what it is given before it starts, and counts what it gives back. */
final class GuardedFunction extends BaseFunction {
    private static final long serialVersionUID = 1;

    private final transient Function guarded;
    private final String name;

    GuardedFunction(Scriptable scope, String name, Function guarded) {
        super(scope, ScriptableObject.getFunctionPrototype(scope));
        this.name = name;
        this.guarded = guarded;
    }

    @Override
    public String getFunctionName() {
        return name;
    }

    @Override
    public @Nullable Object call(
            Context context, Scriptable scope, @Nullable Scriptable self, @Nullable Object[] arguments) {
        PacRun run = PacSandbox.run(context);
        run.check();
        run.requireShort(self);
        run.requireLength(arguments.length);
        for (Object argument : arguments) {
            run.requireShort(argument);
        }
        Object result = guarded.call(context, scope, self, arguments);
        run.charge(result);
        return result;
    }

    @Override
    public Scriptable construct(Context context, Scriptable scope, @Nullable Object[] arguments) {
        return guarded.construct(context, scope, arguments);
    }
}
