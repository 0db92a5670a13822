package eu.kontor.benchmarks;

import java.util.List;

/**
 * Points to be drawn.
 *
 * @param name of its file
 * @param isLogarithmic whether equal distances on the x axis are equal factors
 */
public record Curve(String name, String title, String xAxis, String yAxis, boolean isLogarithmic, List<Line> lines) {

    /** One line of the drawing. */
    public record Line(String name, List<Point> points) {}

    public record Point(double x, double y) {}
}
