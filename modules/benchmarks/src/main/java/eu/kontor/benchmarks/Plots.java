package eu.kontor.benchmarks;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture per curve. */
final class Plots {

    private static final int WIDTH_PIXELS = 900;
    private static final int HEIGHT_PIXELS = 420;
    private static final int DOTS_PER_INCH = 144;
    private static final Color[] COLOURS = {new Color(0x0B6477), new Color(0xC8852C), new Color(0x8A4712)};

    private Plots() {}

    /** Writes {@code <name>.png}. */
    static void draw(Curve curve, Path folder) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH_PIXELS)
                .height(HEIGHT_PIXELS)
                .title(curve.title())
                .xAxisTitle(curve.xAxis())
                .yAxisTitle(curve.yAxis())
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(curve.isLogarithmic())
                .setYAxisMin(0.0)
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(COLOURS)
                .setLegendPosition(LegendPosition.InsideNW)
                .setLegendVisible(curve.lines().size() > 1);
        for (Curve.Line line : curve.lines()) {
            List<Double> x = line.points().stream().map(Curve.Point::x).toList();
            List<Double> y = line.points().stream().map(Curve.Point::y).toList();
            chart.addSeries(line.name(), x, y).setMarker(SeriesMarkers.CIRCLE);
        }
        BitmapEncoder.saveBitmapWithDPI(
                chart, folder.resolve(curve.name()).toString(), BitmapFormat.PNG, DOTS_PER_INCH);
    }
}
