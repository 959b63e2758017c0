package io.github.wininet4j.nativelib.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that are in one transcript only, in the order of the transcripts: {@code -line} in the left one,
 * {@code +line} in the right one.
 */
final class LineDifference {
    private LineDifference() {}

    static List<String> between(List<String> left, List<String> right) {
        int[][] common = lengthsOfCommonLines(left, right);
        List<String> difference = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                i++;
                j++;
            } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
                difference.add("-" + left.get(i++));
            } else {
                difference.add("+" + right.get(j++));
            }
        }
        return difference;
    }

    /** For each pair of places: how many lines the rests from there have in common at most. */
    private static int[][] lengthsOfCommonLines(List<String> left, List<String> right) {
        int[][] lengths = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                lengths[i][j] = left.get(i).equals(right.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
