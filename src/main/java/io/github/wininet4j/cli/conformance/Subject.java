package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What conformance cases are run on: a back end, or a recording of one. */
interface Subject extends AutoCloseable {
    /** The name it was asked for by. */
    String name();

    /** Runs a case or finds it in the recording; empty if it was not recorded. */
    Optional<CaseResult> result(ConformanceCase tested, Duration limit) throws InterruptedException;

    @Override
    default void close() {}

    /**
     * Opens a back end or reads a recording.
     *
     * @param nameOrPath engine, native, the path of a library, or that of a recording
     * @throws IllegalArgumentException if there is none
     */
    static Subject open(String nameOrPath) {
        Path path = Path.of(nameOrPath);
        if (Recording.isRecording(path)) {
            return new Recorded(nameOrPath, Recording.read(path));
        }
        return new Live(nameOrPath, WinInets.chosen(nameOrPath, WinInetConfig.defaults()));
    }

    /** A back end. */
    record Live(String name, WinInet api) implements Subject {
        @Override
        public Optional<CaseResult> result(ConformanceCase tested, Duration limit) throws InterruptedException {
            return Optional.of(CaseResult.of(tested, api, limit));
        }

        @Override
        public void close() {
            if (api instanceof BackEnd backEnd) {
                backEnd.close();
            }
        }
    }

    /** A recording. */
    record Recorded(String name, Recording recording) implements Subject {
        @Override
        public Optional<CaseResult> result(ConformanceCase tested, Duration limit) {
            return recording
                    .find(tested.title())
                    .map(recorded -> new CaseResult(tested, recorded))
                    .findFirst();
        }
    }
}
