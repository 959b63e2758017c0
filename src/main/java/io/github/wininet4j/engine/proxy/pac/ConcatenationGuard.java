package io.github.wininet4j.engine.proxy.pac;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.BigIntLiteral;
import org.mozilla.javascript.ast.FunctionCall;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.NodeVisitor;
import org.mozilla.javascript.ast.TemplateLiteral;

/**
 * Puts a check around the operands of "+", "+=" and templates: doubling a text thirty times takes thirty instructions
 * and two gigabytes, which no limit on time or allocation sees in time.
 */
final class ConcatenationGuard implements NodeVisitor {
    /** A name that no script has by accident. */
    private static final String CHECK = "__wininet4j_text";

    private ConcatenationGuard() {}

    /** Rewrites a script. */
    static String rewrite(String source) {
        CompilerEnvirons environs = new CompilerEnvirons();
        environs.setLanguageVersion(Context.VERSION_ES6);
        environs.setRecoverFromErrors(false);
        if (source.contains(CHECK)) {
            throw new EvaluatorException("reserved name");
        }
        AstRoot root = new Parser(environs).parse(source, "proxy script", 1);
        root.visit(new ConcatenationGuard());
        return root.toSource();
    }

    static void install(ScriptableObject scope) {
        Check check = new Check(scope);
        ScriptableObject.defineProperty(
                scope,
                CHECK,
                check,
                ScriptableObject.DONTENUM | ScriptableObject.READONLY | ScriptableObject.PERMANENT);
    }

    @Override
    public boolean visit(AstNode node) {
        if (node instanceof BigIntLiteral) {
            throw new EvaluatorException("big numbers are not supported");
        }
        if (node instanceof Assignment assignment && node.getType() == Token.ASSIGN_ADD) {
            assignment.setRight(checked(assignment.getRight()));
        } else if (node instanceof InfixExpression infix && node.getType() == Token.ADD) {
            infix.setLeft(checked(infix.getLeft()));
            infix.setRight(checked(infix.getRight()));
        } else if (node instanceof TemplateLiteral template) {
            List<AstNode> parts = new ArrayList<>();
            for (AstNode part : template.getElements()) {
                parts.add(template.getSubstitutions().contains(part) ? checked(part) : part);
            }
            template.setElements(parts);
        }
        return true;
    }

    private static AstNode checked(AstNode operand) {
        Name name = new Name(operand.getPosition(), CHECK);
        FunctionCall call = new FunctionCall(operand.getPosition());
        call.setTarget(name);
        call.addArgument(operand);
        return call;
    }

    /** Gives back what it is given, unless there is too much of it. */
    private static final class Check extends BaseFunction {
        private static final long serialVersionUID = 1;

        Check(Scriptable scope) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
        }

        @Override
        public @Nullable Object call(
                Context context, Scriptable scope, @Nullable Scriptable self, @Nullable Object[] arguments) {
            PacSandbox.run(context).charge(arguments[0]);
            return arguments[0];
        }
    }
}
