package io.github.wininet4j.bench.report;

import java.util.List;

/**
 * A curve.
 *
 * @param name what it shows
 * @param points x and y of each point
 */
public record Series(String name, List<double[]> points) {}
