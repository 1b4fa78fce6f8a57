package io.docent.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart as SVG: lines through points, or bars side by side; both axes from 0 to a limit. For one thread. */
final class Chart {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int LEFT = 52;
    private static final int BOTTOM = 44;
    private static final int TOP = 12;
    private static final int RIGHT = 16;
    private static final int SERIES_STYLES = 6;

    private final StringBuilder body = new StringBuilder();
    private final List<String> legend = new ArrayList<>();
    private final double left;
    private final double right;
    private final double top;

    /** With the ends of the horizontal axis and the upper end of the vertical one, labelled. */
    Chart(String across, String up, double left, double right, double top) {
        this.left = left;
        this.right = right;
        this.top = top;
        for (int i = 0; i <= 5; i++) {
            double height = top * i / 5;
            add(
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    LEFT, y(height), WIDTH - RIGHT, y(height));
            add(
                    "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 6, y(height) + 4, number(height));
            double place = left + (right - left) * i / 5;
            add(
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(place), HEIGHT - BOTTOM + 16, number(place));
        }
        add(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (WIDTH + LEFT) / 2, HEIGHT - 8, Html.escape(across));
        add(
                "<text class=\"axis\" x=\"12\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 12 %d)\">%s</text>",
                (HEIGHT - BOTTOM) / 2, (HEIGHT - BOTTOM) / 2, Html.escape(up));
    }

    /** Adds a line. */
    Chart line(String name, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.y())));
        }
        add(
                "<polyline class=\"line s%d\" points=\"%s\"/>",
                style(), path.toString().strip());
        if (points.size() <= 20) {
            points.forEach(point -> add(
                    "<circle class=\"dot s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s</title></circle>",
                    style(), x(point.x()), y(point.y()), Html.escape(name + ": " + number(point.y()))));
        }
        legend.add(name);
        return this;
    }

    /** Adds bars over equal parts of the horizontal axis; the number of kinds of bars in all says how wide each is. */
    Chart bars(String name, double[] heights, int kinds) {
        double part = (right - left) / heights.length;
        double width = (x(part) - x(0)) * 0.85 / kinds;
        for (int i = 0; i < heights.length; i++) {
            double start = x(left + part * i) + width * legend.size() + (x(part) - x(0)) * 0.075;
            add(
                    "<rect class=\"bar s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                    style(),
                    start,
                    y(heights[i]),
                    width,
                    y(0) - y(heights[i]),
                    Html.escape(name + ": " + number(heights[i])));
        }
        legend.add(name);
        return this;
    }

    /** Adds a mark across the whole height. */
    Chart mark(String name, double place) {
        add("<line class=\"mark\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\"/>", x(place), TOP, x(place), y(0));
        add("<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>", x(place) + 4, TOP + 10, Html.escape(name));
        return this;
    }

    String svg(String title) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < legend.size(); i++) {
            names.append("<li class=\"s")
                    .append(i % SERIES_STYLES)
                    .append("\">")
                    .append(Html.escape(legend.get(i)))
                    .append("</li>");
        }
        return "<figure><figcaption>" + Html.escape(title) + "</figcaption>"
                + String.format(
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Html.escape(title))
                + body + "</svg><ul class=\"legend\">" + names + "</ul></figure>\n";
    }

    private int style() {
        return legend.size() % SERIES_STYLES;
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotations are not on the class path
    private void add(String form, Object... values) {
        body.append(String.format(Locale.ROOT, form, values));
    }

    private double x(double value) {
        return LEFT + (value - left) / (right - left) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        String number = String.format(Locale.ROOT, "%.3f", value);
        return number.replaceAll("\\.?0+$", "");
    }

    /** A point of a line. */
    record Point(double x, double y) {}
}
