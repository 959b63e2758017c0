package io.github.wininet4j.engine.proxy.pac;

import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/** A function that scripts call, its arguments made texts. */
final class PacFunction extends BaseFunction {
    private static final long serialVersionUID = 1;

    /** What the function does. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object call(PacRun run, String[] arguments);
    }

    private final String name;
    private final transient Body body;
    private final int required;

    PacFunction(Scriptable scope, String name, int required, Body body) {
        super(scope, ScriptableObject.getFunctionPrototype(scope));
        this.name = name;
        this.required = required;
        this.body = body;
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
        run.requireLength(arguments.length);
        String[] texts = new String[Math.max(required, arguments.length)];
        for (int i = 0; i < texts.length; i++) {
            Object argument = i < arguments.length ? arguments[i] : Undefined.instance;
            run.requireShort(argument);
            texts[i] = Context.toString(argument);
        }
        Object result = body.call(run, texts);
        run.check();
        return result;
    }
}
