package io.understudy.e2e.report;

import io.understudy.e2e.experiment.RunResult;
import io.understudy.e2e.experiment.Series;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The paper's Figure 2: loss ratio of the calls open at the kill, by call rate, a line for each
 * case, with the standard deviation over the runs as error bars.
 */
public final class Figure {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;
  private static final double TOP = 105;
  private static final int DOTS_PER_INCH = 144;

  private final XYChart chart;

  /** Draws the figure, without a display. */
  public Figure(Findings findings) {
    System.setProperty("java.awt.headless", "true");
    chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Calls lost with their primary SIP ALG")
            .xAxisTitle("call rate (calls per second)")
            .yAxisTitle("lost of the calls open at the kill (%)")
            .build();
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(TOP).setXAxisMin(0.0);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
    chart.getStyler().setChartBackgroundColor(Color.WHITE).setMarkerSize(8);
    chart.getStyler().setErrorBarsColorSeriesColor(true);
    findings.lines().forEach(this::draw);
  }

  private void draw(Series series, List<Point> points) {
    XYSeries line =
        chart.addSeries(
            series.title(),
            points.stream().map(point -> (double) point.rate()).toList(),
            points.stream().map(point -> 100 * loss(point).mean()).toList(),
            points.stream().map(point -> 100 * loss(point).deviation()).toList());
    line.setLineStyle(series.retransmission() ? SeriesLines.DASH_DASH : SeriesLines.SOLID);
    line.setMarker(marker(series));
    line.setMarkerColor(color(series)).setLineColor(color(series));
  }

  /** Writes an SVG file. */
  public void writeSvg(Path file) throws IOException {
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, file.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
  }

  /** Writes a PNG file. */
  public void writePng(Path file) throws IOException {
    BitmapEncoder.saveBitmapWithDPI(
        chart, file.toString(), BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
  }

  private static Spread loss(Point point) {
    return point.spread(RunResult::lossRatio);
  }

  private static Marker marker(Series series) {
    return switch (series.availability()) {
      case NONE -> SeriesMarkers.SQUARE;
      case ADDRESS -> SeriesMarkers.TRIANGLE_UP;
      case SHADOW -> series.jdk() == 17 ? SeriesMarkers.TRIANGLE_DOWN : SeriesMarkers.CROSS;
      case ACTIVE -> series.jdk() == 17 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND;
    };
  }

  private static Color color(Series series) {
    return switch (series.availability()) {
      case NONE -> new Color(0x55, 0x55, 0x55);
      case ADDRESS -> new Color(0xd0, 0x60, 0x10);
      case SHADOW -> series.jdk() == 17 ? new Color(0x80, 0x20, 0xa0) : new Color(0xc0, 0x30, 0x70);
      case ACTIVE -> series.jdk() == 17 ? new Color(0x10, 0x60, 0xb0) : new Color(0x10, 0x90, 0x60);
    };
  }
}
