package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Expirable;

/** Closes connections that have been idle for too long. */
final class IdleExpiry implements Expirable {
    private final PoolState state;

    IdleExpiry(PoolState state) {
        this.state = state;
    }

    @Override
    public boolean isOver() {
        return state.millisToExpiry() == Long.MAX_VALUE;
    }

    @Override
    public void expire(long nowNanos) {
        state.takeExpired().forEach(entry -> entry.connection.closeGracefully());
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return state.millisToExpiry();
    }
}
