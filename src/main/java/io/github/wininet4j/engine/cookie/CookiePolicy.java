package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Privacy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants done with cookies, by zone and by site (R-PRIV). Like the proxy settings it lasts as long as the
 * engine.
 *
 * <p>The templates that block or accept everything cannot be overridden by a decision for a site; all others can. The
 * plain templates in between are about P3P, which Windows 10 gave up; so they judge only where a caller asks for it
 * ({@code INTERNET_COOKIE_EVALUATE_P3P}) and accept everything else. Custom preferences always judge.
 */
public final class CookiePolicy {
    private record Scope(int zone, int type) {}

    private final BooleanSupplier ignored;
    private final ConcurrentHashMap<Scope, PrivacyPreference> preferences = new ConcurrentHashMap<>();

    /** By minimal domain. */
    private final ConcurrentSkipListMap<String, Integer> decisions = new ConcurrentSkipListMap<>();

    /**
     * Creates a policy without decisions.
     *
     * @param ignored whether the policy does not count at the moment (R-OPTN-81)
     */
    public CookiePolicy(BooleanSupplier ignored) {
        this.ignored = ignored;
    }

    // ---- preferences

    PrivacyPreference preference(int zone, int type) {
        PrivacyPreference set = preferences.get(new Scope(zone, type));
        if (set != null) {
            return set;
        }
        boolean untrusted = zone == CookieContext.UNTRUSTED_ZONE;
        return PrivacyPreference.ofTemplate(
                untrusted ? Privacy.PRIVACY_TEMPLATE_NO_COOKIES : Privacy.PRIVACY_TEMPLATE_MEDIUM, type);
    }

    void setPreference(int zone, int type, PrivacyPreference preference) {
        preferences.put(new Scope(zone, type), preference);
    }

    // ---- decisions

    /** Decides for a site; {@code COOKIE_STATE_UNKNOWN} takes the decision back. */
    void decide(String host, int state) {
        String site = PublicSuffixes.minimalDomain(host);
        if (state == CookieFlag.COOKIE_STATE_UNKNOWN) {
            decisions.remove(site);
        } else {
            decisions.put(site, state);
        }
    }

    /** Returns the decision for the site of a host, or {@code COOKIE_STATE_UNKNOWN}. */
    int decision(String host) {
        // Most programs have none, and the list of public suffixes is costly to read.
        return decisions.isEmpty()
                ? CookieFlag.COOKIE_STATE_UNKNOWN
                : decisions.getOrDefault(PublicSuffixes.minimalDomain(host), CookieFlag.COOKIE_STATE_UNKNOWN);
    }

    void forgetDecisions() {
        decisions.clear();
    }

    /** Returns a decision by its place in the alphabet, or null behind the last one. */
    Map.@Nullable Entry<String, Integer> decisionAt(int index) {
        List<Map.Entry<String, Integer>> all = List.copyOf(decisions.entrySet());
        return Integer.compareUnsigned(index, all.size()) < 0 ? all.get(index) : null;
    }

    // ---- judgement

    /** Tells what is to be done with a cookie that is set. */
    int judge(String host, boolean session, CookieContext context) {
        if (ignored.getAsBoolean()) {
            return CookieFlag.COOKIE_STATE_ACCEPT;
        }
        PrivacyPreference preference = preference(context.zone(), type(context.thirdParty()));
        if (!preference.isFinal()) {
            int decided = decision(host);
            if (decided != CookieFlag.COOKIE_STATE_UNKNOWN) {
                return decided;
            }
            if (!preference.isCustom() && !context.evaluate()) {
                return CookieFlag.COOKIE_STATE_ACCEPT;
            }
        }
        return preference.decide(session, context.compactPolicy());
    }

    /**
     * Returns whether a site gets none of the cookies it has set: they are blocked for all, or for it.
     *
     * @param host the host of the request
     * @param thirdParty whether the request belongs to a third party
     * @return true if no cookie may be sent
     */
    public boolean blocksSending(String host, boolean thirdParty) {
        return blocks(host, CookieContext.INTERNET_ZONE, thirdParty);
    }

    boolean blocks(String host, int zone, boolean thirdParty) {
        if (ignored.getAsBoolean()) {
            return false;
        }
        PrivacyPreference preference = preference(zone, type(thirdParty));
        return preference.isFinal()
                ? preference.template() == Privacy.PRIVACY_TEMPLATE_NO_COOKIES
                : decision(host) == CookieFlag.COOKIE_STATE_REJECT;
    }

    private static int type(boolean thirdParty) {
        return thirdParty ? Privacy.PRIVACY_TYPE_THIRD_PARTY : Privacy.PRIVACY_TYPE_FIRST_PARTY;
    }

    /** Returns whether a cookie of a state is stored. There is no user to prompt, so one that needs a prompt is not. */
    static boolean stores(int state) {
        return state != CookieFlag.COOKIE_STATE_REJECT && state != CookieFlag.COOKIE_STATE_PROMPT;
    }

    /**
     * Changes a cookie as its state says: a leashed one is for first parties only, a downgraded one ends with the
     * session.
     */
    static CookieFields apply(int state, CookieFields fields) {
        return switch (state) {
            case CookieFlag.COOKIE_STATE_LEASH -> fields.withFlags(CookieFlag.INTERNET_COOKIE_IS_RESTRICTED);
            case CookieFlag.COOKIE_STATE_DOWNGRADE -> fields.asSession();
            default -> fields;
        };
    }
}
