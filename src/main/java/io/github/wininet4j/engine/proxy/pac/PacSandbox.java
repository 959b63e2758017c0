package io.github.wininet4j.engine.proxy.pac;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.TopLevel;

/**
 * Makes the world of a script: JavaScript without a way to Java, with a limit on instructions, and with every built-in
 * function that could run or grow without end behind a guard.
 */
final class PacSandbox extends ContextFactory {
    private static final String RUN = "pac.run";
    private static final int INSTRUCTIONS_BETWEEN_CHECKS = 2_000;
    private static final int STACK_DEPTH = 500;

    /**
     * Code from text would not be rewritten, raw memory and big numbers cannot be watched, proxies lie about their
     * length.
     */
    private static final List<String> REMOVED = List.of(
            "eval",
            "Function",
            "ArrayBuffer",
            "SharedArrayBuffer",
            "DataView",
            "Int8Array",
            "Uint8Array",
            "Uint8ClampedArray",
            "Int16Array",
            "Uint16Array",
            "Int32Array",
            "Uint32Array",
            "Float32Array",
            "Float64Array",
            "BigInt64Array",
            "BigUint64Array",
            "BigInt",
            "Proxy",
            "Reflect",
            "JSON",
            "Script",
            "With",
            "Call",
            "Continuation",
            "StopIteration",
            "Iterator",
            "XML",
            "XMLList",
            "Namespace",
            "QName",
            "isXMLName",
            "console");

    private static final List<String> GUARDED = List.of("String", "Array", "Object", "RegExp", "Number");
    private static final List<String> GUARDED_GLOBALS = List.of(
            "escape",
            "unescape",
            "encodeURI",
            "encodeURIComponent",
            "decodeURI",
            "decodeURIComponent",
            "parseInt",
            "parseFloat",
            "isNaN",
            "isFinite");
    /** Constructors and what is not called by scripts stay as they are. */
    private static final Set<String> LEFT = Set.of("constructor", "prototype", "length", "name", "arity", "arguments");

    @Override
    protected Context makeContext() {
        Context context = super.makeContext();
        context.setInterpretedMode(true);
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInstructionObserverThreshold(INSTRUCTIONS_BETWEEN_CHECKS);
        context.setMaximumInterpreterStackDepth(STACK_DEPTH);
        context.setClassShutter(name -> false);
        return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int count) {
        run(context).check();
    }

    static PacRun run(Context context) {
        if (context.getThreadLocal(RUN) instanceof PacRun run) {
            return run;
        }
        throw new IllegalStateException("no script runs");
    }

    /** Makes the global object and runs the script's own statements in it. */
    static Scriptable load(Context context, Script script, PacRun run) {
        context.putThreadLocal(RUN, run);
        ScriptableObject scope = context.initSafeStandardObjects(new TopLevel(), false);
        forbidConstruction(context, scope);
        REMOVED.forEach(scope::delete);
        for (String name : GUARDED) {
            if (scope.get(name, scope) instanceof ScriptableObject type) {
                guardAll(scope, type);
                if (type.get("prototype", type) instanceof ScriptableObject prototype) {
                    guardAll(scope, prototype);
                }
            }
        }
        for (String name : GUARDED_GLOBALS) {
            guard(scope, scope, name);
        }
        GuardedText.install(scope);
        ConcatenationGuard.install(scope);
        PacFunctions.install(scope);
        script.exec(context, scope, scope);
        return scope;
    }

    /** Takes the ways to the constructor of functions away. */
    private static void forbidConstruction(Context context, ScriptableObject scope) {
        Scriptable prototype = ScriptableObject.getFunctionPrototype(scope);
        if (prototype instanceof ScriptableObject functions) {
            functions.setAttributes("constructor", ScriptableObject.EMPTY);
            functions.delete("constructor");
            guardAll(scope, functions);
        }
        Object generator = context.evaluateString(scope, "(function*(){})", "generator", 1, null);
        if (generator instanceof Scriptable function && function.getPrototype() instanceof ScriptableObject object) {
            object.delete("constructor");
        }
    }

    private static void guardAll(Scriptable scope, ScriptableObject owner) {
        for (Object id : owner.getAllIds()) {
            if (id instanceof String name && !LEFT.contains(name)) {
                guard(scope, owner, name);
            }
        }
    }

    private static void guard(Scriptable scope, ScriptableObject owner, String name) {
        if (owner.getGetterOrSetter(name, 0, scope, false) instanceof Function) {
            // Asking for it would run it.
            return;
        }
        Object value = owner.get(name, owner);
        if (value instanceof Function function && !(value instanceof GuardedFunction)) {
            define(owner, name, new GuardedFunction(scope, name, function));
        }
    }

    static void define(ScriptableObject owner, String name, @Nullable Object value) {
        owner.setAttributes(name, ScriptableObject.DONTENUM);
        owner.put(name, owner, value);
    }
}
