package io.github.wininet4j.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * A request under way. It, and what is made from it by {@code thenApply} and its like, close the handle when cancelled.
 */
final class Call<T> extends CompletableFuture<T> {
    private final Exchange exchange;

    private Call(Exchange exchange) {
        this.exchange = exchange;
    }

    static <T> Call<T> start(Session session, Exchange exchange, Request.Reader<T> reader) {
        Call<T> call = new Call<>(exchange);
        // Also for whoever completes the future in place of the request, such as orTimeout.
        CompletableFuture<T> unused = call.whenComplete((value, failure) -> {
            if (failure != null) {
                exchange.close();
            }
        });
        try {
            session.executor().execute(() -> call.run(reader));
        } catch (RejectedExecutionException e) {
            // The threads of a closed session are gone, which is no concern of the caller.
            call.completeExceptionally(session.isClosed() ? Exchange.sessionIsClosed() : e);
        }
        return call;
    }

    private void run(Request.Reader<T> reader) {
        try {
            if (!complete(reader.read(exchange.send()))) {
                exchange.close();
            }
        } catch (IOException | RuntimeException | Error e) {
            exchange.close();
            completeExceptionally(e);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Call<>(exchange);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            exchange.close();
        }
        return cancelled;
    }
}
