package io.github.wininet4j.bench.report;

/**
 * The figures of one contestant at one workload.
 *
 * @param workload short name of the workload
 * @param contestant name of the contestant as in tables
 * @param rate operations per second or, depending on {@code unit}, MiB per second
 * @param unit the unit of the rate
 * @param ratio rate by the rate of the floor in the same round
 * @param cpuMicros processor time per operation in microseconds
 * @param cpuToCurl processor time per operation by that of libcurl in the same round; NaN if that took no part
 * @param bytes bytes allocated per operation
 * @param peakKib peak of resident memory in KiB, or -1
 * @param threads peak of threads, or -1
 */
public record Row(
        String workload,
        String contestant,
        Spread rate,
        String unit,
        Spread ratio,
        double cpuMicros,
        Spread cpuToCurl,
        double bytes,
        long peakKib,
        long threads) {}
