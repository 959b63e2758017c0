/**
 * The story of a request: {@link io.github.wininet4j.engine.http.pipeline.HttpPipeline} lists its stages, an
 * {@link io.github.wininet4j.engine.http.pipeline.Exchange} goes through them once for each hop. Synchronous and asynchronous calls run
 * the same blocking code; only TransferStage and ConnectStage touch a socket.
 */
@NullMarked
package io.github.wininet4j.engine.http.pipeline;

import org.jspecify.annotations.NullMarked;
