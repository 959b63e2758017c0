package io.github.wininet4j.engine.session;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.call.Dispatcher;
import io.github.wininet4j.engine.call.ThreadState;
import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.handle.HandleTable;
import io.github.wininet4j.engine.http.auth.Authentication;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.HstsHosts;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.proxy.ProxyChooser;
import io.github.wininet4j.engine.proxy.ProxyScripts;
import io.github.wininet4j.engine.proxy.ProxyStore;
import io.github.wininet4j.engine.storage.EngineFolder;
import io.github.wininet4j.engine.work.Lazy;
import io.github.wininet4j.engine.work.WorkerThreads;

/**
 * What is global to a process in WinInet and belongs to one engine here (R-GEN-8): two engines in a JVM do not see each
 * other.
 *
 * @param config what the host decides
 * @param folder where files are put
 * @param handles the handles
 * @param workers the threads
 * @param threads what is kept per thread
 * @param calls the border
 * @param dialer opens connections
 * @param pool keeps them
 * @param options the options of the NULL handle and what they govern
 * @param proxies the proxy settings
 * @param scripts the proxy scripts
 * @param chooser decides which proxies are used
 * @param authentication how requests log on
 * @param cookies the cookies
 * @param strictHosts the hosts that want https only
 * @param cacheOnDemand the URL cache, which is made when it is first needed
 */
public record EngineServices(
        WinInetConfig config,
        EngineFolder folder,
        HandleTable handles,
        WorkerThreads workers,
        ThreadState.Table threads,
        Dispatcher calls,
        Dialer dialer,
        ConnectionPool pool,
        GlobalOptions options,
        ProxyStore proxies,
        ProxyScripts scripts,
        ProxyChooser chooser,
        Authentication authentication,
        CookieJar cookies,
        HstsHosts strictHosts,
        Lazy<UrlCache> cacheOnDemand) {
    /** Returns the URL cache. */
    public UrlCache cache() {
        return cacheOnDemand.get();
    }

    /** Forgets what a browser session leaves behind: cookies without an expiry, and credentials (R-AUTH-9). */
    void endBrowserSession() {
        cookies.endSession();
        authentication.cache().clear();
    }

    /** Takes the proxy settings anew: scripts are loaded again, and what they answered is forgotten (R-PROXY-15). */
    public void rereadProxies() {
        proxies.reread();
        chooser.forget();
    }
}
