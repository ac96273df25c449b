package cartera.reports.picture;

import cartera.reports.Palette;
import cartera.reports.Typeface;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** A chart that can be written as PNG, at twice its size so that it is sharp on every screen. */
public final class Picture {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    static final int SHARPNESS = 2;

    private final JFreeChart chart;

    Picture(String title, String subtitle, Plot plot) {
        chart = new JFreeChart(null, Typeface.bold(15), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 14, 10, 14));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(8, 0, 0, 0));
        chart.addSubtitle(left(new TextTitle(title, Typeface.bold(15)), Palette.INK));
        chart.addSubtitle(left(new TextTitle(subtitle, Typeface.plain(12)), Palette.MUTED));
    }

    private static TextTitle left(TextTitle title, String color) {
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPaint(color(color));
        title.setPadding(new RectangleInsets(0, 0, 2, 0));
        title.setExpandToFitSpace(true);
        return title;
    }

    public void write(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH * SHARPNESS, HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(SHARPNESS, SHARPNESS);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart.draw(pen, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        pen.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }

    JFreeChart chart() {
        return chart;
    }

    static Color color(String hex) {
        return new Color(Integer.parseInt(hex, 16));
    }
}
