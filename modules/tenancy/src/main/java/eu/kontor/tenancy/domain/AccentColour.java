package eu.kontor.tenancy.domain;

import java.util.regex.Pattern;

/**
 * A tenant's accent colour. Policy: white text on it must be readable by WCAG 2.2, success criterion 1.4.3 (level AA), because buttons
 * and tiles are drawn so.
 *
 * @param hex {@code #rrggbb}
 */
public record AccentColour(String hex) {

    /** The criterion's ratio for text of normal size. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double FULL = 255.0;
    private static final double WHITE = 1.0;
    private static final double GLARE = 0.05;

    public AccentColour {
        if (hex == null || !SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a colour of the form #rrggbb: " + hex);
        }
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    public boolean isReadableUnderWhite() {
        return contrastToWhite() >= LEAST_CONTRAST;
    }

    /** WCAG 2.2, definition of "contrast ratio": 1 (white itself) to 21 (black). */
    public double contrastToWhite() {
        return (WHITE + GLARE) / (luminance() + GLARE);
    }

    /** WCAG 2.2, definition of "relative luminance". */
    private double luminance() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    }

    private double channel(int position) {
        double value = Integer.parseInt(hex, position, position + 2, 16) / FULL;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
