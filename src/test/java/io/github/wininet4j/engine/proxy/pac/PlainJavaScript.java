package io.github.wininet4j.engine.proxy.pac;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/** Runs a script without any restriction, to compare with. */
final class PlainJavaScript {
    private PlainJavaScript() {}

    static String run(String source) {
        try (Context context = Context.enter()) {
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            Scriptable scope = context.initStandardObjects();
            context.evaluateString(scope, source, "plain", 1, null);
            Function find = (Function) scope.get("FindProxyForURL", scope);
            return Context.toString(
                    find.call(context, scope, scope, new Object[] {"http://www.corp.test/x", "www.corp.test"}));
        }
    }
}
