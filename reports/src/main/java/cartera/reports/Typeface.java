package cartera.reports;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** DejaVu Sans Condensed, from the program itself: a server has few fonts, and this one has Cyrillic, the rouble and all signs that reports print. */
public final class Typeface {

    private static final Font PLAIN = load("DejaVuSansCondensed.ttf");
    private static final Font BOLD = load("DejaVuSansCondensed-Bold.ttf");

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Typeface() {}

    public static Font plain(float points) {
        return PLAIN.deriveFont(points);
    }

    public static Font bold(float points) {
        return BOLD.deriveFont(points);
    }

    /** The width of a text in points; about a twentieth more than in Calibri. */
    public static double width(String text, Font font) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    /** Whether pictures can show all of a text. */
    public static boolean canShow(String text) {
        return PLAIN.canDisplayUpTo(text) == -1 && BOLD.canDisplayUpTo(text) == -1;
    }

    private static Font load(String file) {
        try (InputStream in =
                Objects.requireNonNull(Typeface.class.getResourceAsStream("/cartera/font/" + file), file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
