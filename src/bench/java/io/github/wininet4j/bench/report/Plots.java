package io.github.wininet4j.bench.report;

import java.util.List;
import java.util.Locale;

/** Draws plots as SVG: bars and curves, no more. */
public final class Plots {
    private static final int WIDTH = 760;
    private static final int LABEL = 170;
    private static final int BAR = 20;
    private static final int STEP = 28;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 60;
    private static final String[] COLOURS = {"#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf"};

    private Plots() {}

    /**
     * Draws a bar for each figure, with a line over the range it moved in.
     *
     * @param title the title
     * @param unit what the figures are
     * @param names the name of each bar
     * @param figures the length of each bar
     * @return the SVG text
     */
    public static String bars(String title, String unit, List<String> names, List<Spread> figures) {
        double top = figures.stream().mapToDouble(Spread::max).max().orElse(1);
        double scale = (WIDTH - LABEL - 90) / (top > 0 ? top : 1);
        StringBuilder svg = begin(title, names.size() * STEP + 60);
        text(svg, LABEL, 40, "start", unit);
        for (int i = 0; i < names.size(); i++) {
            Spread figure = figures.get(i);
            int y = 50 + i * STEP;
            double end = LABEL + figure.median() * scale;
            text(svg, LABEL - 8, y + 15, "end", names.get(i));
            String colour = names.get(i).startsWith("wininet4j") ? COLOURS[1] : COLOURS[0];
            add(svg, "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>", LABEL, y, end - LABEL, BAR, colour);
            double from = LABEL + figure.min() * scale;
            double to = LABEL + figure.max() * scale;
            add(svg, "<path d='M%.1f %dH%.1f' stroke='#333' stroke-width='2'/>", from, y + BAR / 2, to);
            text(svg, (int) to + 6, y + 15, "start", Figures.text(figure.median()));
        }
        return svg.append("</svg>\n").toString();
    }

    /**
     * Draws curves over a logarithmic x axis; y begins at 0.
     *
     * @param title the title
     * @param x what goes to the right
     * @param y what goes up
     * @param curves the curves
     * @return the SVG text
     */
    public static String curves(String title, String x, String y, List<Series> curves) {
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = 0;
        for (Series curve : curves) {
            for (double[] point : curve.points()) {
                left = Math.min(left, Math.log10(point[0]));
                right = Math.max(right, Math.log10(point[0]));
                top = Math.max(top, point[1]);
            }
        }
        Frame frame = new Frame(left, Math.max(right, left + 1), top * 1.1);
        StringBuilder svg = begin(title, HEIGHT + 20 * curves.size());
        add(svg, "<path d='M%d 40V%dH%d' fill='none' stroke='#333'/>", MARGIN, HEIGHT - MARGIN, WIDTH - 20);
        for (int power = (int) Math.ceil(left); power <= right; power++) {
            text(svg, (int) frame.x(power), HEIGHT - MARGIN + 18, "middle", Figures.text(Math.pow(10, power)));
        }
        for (int i = 0; i <= 4; i++) {
            double value = frame.top * i / 4;
            text(svg, MARGIN - 6, (int) frame.y(value) + 4, "end", Figures.text(value));
        }
        text(svg, WIDTH - 20, HEIGHT - MARGIN + 36, "end", x);
        text(svg, 10, 34, "start", y);
        for (int i = 0; i < curves.size(); i++) {
            curve(svg, curves.get(i), frame, COLOURS[i % COLOURS.length]);
            add(
                    svg,
                    "<rect x='%d' y='%d' width='12' height='12' fill='%s'/>",
                    MARGIN,
                    HEIGHT + 20 * i - 8,
                    COLOURS[i % COLOURS.length]);
            text(svg, MARGIN + 20, HEIGHT + 20 * i + 3, "start", curves.get(i).name());
        }
        return svg.append("</svg>\n").toString();
    }

    private static void curve(StringBuilder svg, Series series, Frame frame, String colour) {
        StringBuilder path = new StringBuilder();
        for (double[] point : series.points()) {
            double px = frame.x(Math.log10(point[0]));
            double py = frame.y(point[1]);
            add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", px, py);
            add(svg, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", px, py, colour);
        }
        add(svg, "<path d='%s' fill='none' stroke='%s' stroke-width='2'/>", path, colour);
    }

    private static StringBuilder begin(String title, int height) {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' width='%1$d' height='%2$d' "
                        + "font-family='sans-serif' font-size='12'>%n<rect width='100%%' height='100%%' fill='#fff'/>",
                WIDTH,
                height);
        add(svg, "<text x='10' y='20' font-size='15'>%s</text>", escape(title));
        return svg;
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        add(svg, "<text x='%d' y='%d' text-anchor='%s'>%s</text>", x, y, anchor, escape(text));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append(format.startsWith("<") ? "\n" : "");
    }

    /** Where a value lies in the picture. */
    private record Frame(double left, double right, double top) {
        double x(double log) {
            return MARGIN + (log - left) / (right - left) * (WIDTH - MARGIN - 30);
        }

        double y(double value) {
            return HEIGHT - MARGIN - value / top * (HEIGHT - MARGIN - 40);
        }
    }
}
