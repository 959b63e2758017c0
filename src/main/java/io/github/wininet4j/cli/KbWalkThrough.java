package io.github.wininet4j.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Shows the rules one by one: what each expects, and what happens. */
final class KbWalkThrough {
    private KbWalkThrough() {}

    /**
     * Checks every rule.
     *
     * @param out where to print
     * @param verbose whether to print each call and callback
     * @return whether all was as the rules say
     */
    static boolean run(PrintStream out, boolean verbose) throws InterruptedException {
        return run(KbRules.ALL, out, verbose);
    }

    static boolean run(List<KbRule> rules, PrintStream out, boolean verbose) throws InterruptedException {
        Screen screen = new Screen(out);
        TransferTrace trace = verbose ? TransferTrace.to("    ", screen::line, true) : TransferTrace.silent();
        out.println("Calling WinInet asynchronously: the rules of Microsoft's KB 275046, checked one by one");
        int passed = 0;
        for (KbRule rule : rules) {
            out.println();
            out.println("Rule " + rule.number() + ": " + rule.title());
            rule.expected().forEach(line -> screen.line("  expected  " + line));
            KbFindings findings = check(rule, trace);
            findings.happened().forEach(line -> screen.line("  happened  " + line));
            out.println(findings.passed() ? "  PASS" : "  FAIL");
            passed += findings.passed() ? 1 : 0;
        }
        out.println();
        out.println(passed + " of " + rules.size() + " rules hold");
        return passed == rules.size();
    }

    private static KbFindings check(KbRule rule, TransferTrace trace) throws InterruptedException {
        KbFindings findings = new KbFindings();
        try {
            rule.check().run((policy, cache) -> new RuleTestBed(policy, cache, trace), findings);
        } catch (ExpectationFailedException | CallFailedException | IOException e) {
            findings.add(false, e.toString());
        }
        return findings;
    }
}
