package io.github.wininet4j.engine.call;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.HandleTable;
import io.github.wininet4j.engine.handle.OperationSlot;
import io.github.wininet4j.engine.handle.SideSlot;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.work.SerialQueue;
import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations: on the caller's thread, or on a worker behind {@code ERROR_IO_PENDING} (R-ASYNC). A node has one
 * operation at a time; a second one is refused with {@code ERROR_INTERNET_REQUEST_PENDING} (R-ASYNC-23).
 */
public final class Dispatcher {
    private static final SafeLogger LOG = SafeLogger.of(Dispatcher.class);

    private final HandleTable handles;
    private final WorkerThreads workers;
    private final ThreadState.Table threads;
    private final CompletionPolicy policy;
    private final boolean zeroContextIsSynchronous;

    /**
     * Wires the border.
     *
     * @param handles the handles
     * @param workers the threads
     * @param threads what is kept per thread
     * @param policy decides between the two outcomes of an asynchronous call
     * @param switches departures from the default behaviour
     */
    public Dispatcher(
            HandleTable handles,
            WorkerThreads workers,
            ThreadState.Table threads,
            CompletionPolicy policy,
            Set<CompatibilitySwitch> switches) {
        this.handles = handles;
        this.workers = workers;
        this.threads = threads;
        this.policy = policy;
        this.zeroContextIsSynchronous = switches.contains(CompatibilitySwitch.ZERO_CONTEXT_IS_SYNCHRONOUS);
    }

    /**
     * Runs an operation in the way that session, flags, context and policy ask for.
     *
     * @param node the node it works on
     * @param function the function's name, for the policy
     * @param flags {@code WININET_API_FLAG_*} bits of the call, or 0
     * @param operation the work
     * @return the operation's result; 0 when it pends, with the last error set
     * @throws WinInetFailure if it cannot be started, or ran here and failed
     */
    public long run(HandleNode node, String function, int flags, Operation operation) {
        return run(node, node, function, flags, operation);
    }

    /**
     * Runs an operation in a slot of its own, beside those of the node.
     *
     * @param node the node it works on
     * @param slot where there may be no other operation
     * @param function the function's name, for the policy
     * @param flags {@code WININET_API_FLAG_*} bits of the call, or 0
     * @param operation the work
     * @return the operation's result; 0 when it pends, with the last error set
     * @throws WinInetFailure if it cannot be started, or ran here and failed
     */
    public long run(HandleNode node, OperationSlot slot, String function, int flags, Operation operation) {
        if (!node.hold()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        boolean handedOver = false;
        boolean interrupted = false;
        try {
            if (!slot.tryBeginOperation()) {
                return runNested(node, slot, operation);
            }
            if (!isAsync(node, flags, operation.context(node))) {
                CompletionOrder.await(slot);
                WorkerThreads.beforeBlocking();
                return runHere(node, slot, operation);
            }
            // Nothing waits that an interrupt could end, and the JDK closes the socket or file that such a thread asks.
            interrupted = Thread.interrupted();
            if (pends(node, slot, function, operation)) {
                handOver(node, slot, function, operation);
                handedOver = true;
                threads.current().lastError = Win32Error.ERROR_IO_PENDING;
                return 0;
            }
            CompletionOrder.await(slot);
            return runHere(node, slot, operation);
        } catch (WinInetFailure e) {
            operation.failed();
            throw e;
        } finally {
            if (!handedOver) {
                node.release();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Runs something on the caller's thread that must not meet an operation of the same node.
     *
     * @param <T> the type of the result
     * @param node the node
     * @param work the work; it does not wait for a peer
     * @return what the work returns
     * @throws WinInetFailure {@code ERROR_INTERNET_REQUEST_PENDING} if an operation runs
     */
    public <T extends @Nullable Object> T runExclusively(HandleNode node, Supplier<T> work) {
        if (!node.hold()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        try {
            if (!node.tryBeginOperation()) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
            }
            try {
                return runWithoutSide(node.sideSlot(), work);
            } finally {
                node.endOperation();
            }
        } finally {
            node.release();
        }
    }

    private static <T extends @Nullable Object> T runWithoutSide(@Nullable SideSlot side, Supplier<T> work) {
        if (side == null) {
            return work.get();
        }
        if (!side.tryBeginOperation()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        }
        try {
            return work.get();
        } finally {
            side.endOperation();
        }
    }

    /**
     * Refuses a call while an operation of the node runs that it does not come from (R-ASYNC-52). It goes before checks
     * of the node's state, which that operation is about to change.
     *
     * @param node the node
     * @throws WinInetFailure {@code ERROR_INTERNET_REQUEST_PENDING} if so
     */
    public void requireNoOtherOperation(HandleNode node) {
        if (node.isBusyElsewhere()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        }
    }

    private boolean isAsync(HandleNode node, int flags, long context) {
        return node.isAsync()
                && (flags & ApiFlag.WININET_API_FLAG_SYNC) == 0
                && !(zeroContextIsSynchronous && context == 0);
    }

    private boolean pends(HandleNode node, OperationSlot slot, String function, Operation operation) {
        boolean decided = false;
        try {
            boolean pends = switch (policy.decide(function)) {
                case AT_ONCE -> false;
                case PENDING -> !operation.pendsOnlyToWait() || !operation.isReady();
                default -> !operation.isReady();
            };
            if (pends) {
                CompletionOrder.await(slot);
                operation.announceWait();
            }
            decided = true;
            return pends;
        } catch (IOException | RuntimeException e) {
            throw failure(node, e);
        } finally {
            // Errors as well: a handle that stays busy is of no use any more.
            if (!decided) {
                slot.endOperation();
            }
        }
    }

    private static long runHere(HandleNode node, OperationSlot slot, Operation operation) {
        try {
            return operation.perform();
        } catch (IOException | RuntimeException e) {
            throw failure(node, e);
        } finally {
            slot.endOperation();
        }
    }

    /** Runs a call that came from inside a callback of the operation that has the slot; any other is refused. */
    private static long runNested(HandleNode node, OperationSlot slot, Operation operation) {
        if (!operation.mayNest() || !slot.isOperationOfThisThread()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        }
        try {
            return operation.perform();
        } catch (IOException | RuntimeException e) {
            throw failure(node, e);
        }
    }

    /**
     * An operation that fails after its handle was closed was cancelled, however the failure looks (R-HANDLE-8,
     * R-HANDLE-11).
     */
    private static WinInetFailure failure(HandleNode node, Throwable thrown) {
        if (node.isClosing()) {
            return new WinInetFailure(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED, thrown);
        }
        if (thrown instanceof WinInetFailure known) {
            return known;
        }
        return new WinInetFailure(ErrorMap.code(thrown), thrown);
    }

    private void handOver(HandleNode node, OperationSlot slot, String function, Operation operation) {
        if (!node.hasListener(operation.context(node))) {
            LOG.log(
                    Level.DEBUG,
                    () -> function + " pends on " + node.handle()
                            + " without a callback or with context 0: its completion will not be reported");
        }
        boolean started = false;
        // Before a worker can take it up, and before this thread can make its next call, which would pass for one from
        // a callback.
        slot.handOverOperation();
        try {
            slot.queue().execute(workers::executeSoon, new PendingCall(node, slot, function, operation));
            started = true;
        } catch (RejectedExecutionException e) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_ASYNC_THREAD_FAILED, e);
        } finally {
            if (!started) {
                slot.endOperation();
            }
        }
    }

    /** A call that pended: run by a worker, to its end or to a wait for the peer after which another goes on. */
    private final class PendingCall implements SerialQueue.Task {
        private final HandleNode node;
        private final OperationSlot slot;
        private final String function;
        private final Operation operation;

        PendingCall(HandleNode node, OperationSlot slot, String function, Operation operation) {
            this.node = node;
            this.slot = slot;
            this.function = function;
            this.operation = operation;
        }

        @Override
        public boolean run() {
            if (node.isClosing()) {
                complete(0, WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
                return true;
            }
            slot.takeUpOperation();
            try {
                PeerWait wait = operation.performUntilWait();
                // An interrupt ends the operation of its thread, so that one has to wait itself.
                if (wait != null && !Thread.currentThread().isInterrupted()) {
                    slot.handOverOperation();
                    if (wait.begin(this::goOn)) {
                        return false;
                    }
                    slot.takeUpOperation();
                }
            } catch (Throwable t) {
                fail(t);
                return true;
            }
            WorkerThreads.beforeBlocking();
            perform();
            return true;
        }

        private void goOn() {
            slot.takeUpOperation();
            // Another call may have left its errors here.
            threads.current().reset();
            perform();
            slot.queue().ended();
        }

        private void perform() {
            long result;
            int error;
            try {
                result = operation.performPending();
                error = operation.completionDetail();
                if (node.isClosing()) {
                    // Closed at the last moment, such as in its last status: the result is discarded (R-HANDLE-11).
                    result = 0;
                    error = WinInetError.ERROR_INTERNET_OPERATION_CANCELLED;
                }
            } catch (Throwable t) {
                fail(t);
                return;
            }
            complete(result, error);
        }

        private void fail(Throwable thrown) {
            WinInetFailure failure = failure(node, thrown);
            FailureLog.record(function, node.handle(), failure.code(), failure);
            complete(0, failure.code());
        }

        private void complete(long result, int error) {
            SideSlot side = node.sideSlot();
            boolean inTurn = side != null && CompletionOrder.takeTurn(side);
            slot.beginCompletion();
            // Release before the completion callback, which may start the next operation.
            slot.endOperation();
            StatusNotifier.complete(node, operation.context(node), operation.outcome(result, error));
            slot.endCompletion();
            if (side != null && inTurn) {
                side.endTurn();
            }
            if (result == 0) {
                operation.failed();
            }
            node.release();
        }
    }

    /**
     * Closes a handle. Programs close what they have and then ask why the call before failed, so its error stays.
     *
     * @param handle the handle
     * @return true; the last error is ERROR_IO_PENDING only if operations were outstanding (R-HANDLE-10)
     */
    public boolean close(@Nullable HINTERNET handle) {
        boolean outstanding = handles.close(handles.find(handle));
        if (outstanding) {
            threads.current().lastError = Win32Error.ERROR_IO_PENDING;
        } else if (threads.current().lastError == Win32Error.ERROR_IO_PENDING) {
            threads.current().lastError = Win32Error.ERROR_SUCCESS;
        }
        return true;
    }
}
