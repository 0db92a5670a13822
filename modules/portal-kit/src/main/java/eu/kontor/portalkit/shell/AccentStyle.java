package eu.kontor.portalkit.shell;

import java.util.Locale;

/**
 * A tenant's one colour, made readable: the configured {@code #rrggbb} darkened until it stands out on the light page and lightened
 * until it does on the dark one.
 *
 * <p>The measure is the contrast ratio of WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.
 *
 * @param onLight for the light theme; white text on it is readable, too
 * @param onDark for the dark theme
 */
public record AccentStyle(String onLight, String onDark) {

    static final double LEAST_CONTRAST = 4.5;
    /** The page and card colours of {@code kontor.css}. */
    private static final int[] LIGHT_PAGE = {0xf6, 0xf7, 0xf8};

    private static final int[] DARK_PAGE = {0x22, 0x24, 0x28};
    private static final int[] WHITE = {255, 255, 255};
    private static final int[] BLACK = {0, 0, 0};
    /** As in {@code --k-accent-wash}, and one for rounding. */
    private static final int WASH_PERCENT = 10;
    /** Steps of a fiftieth are finer than the eye sees. */
    private static final int STEPS = 50;

    /** The operator's own: a quiet blue-grey that belongs to no brand. */
    public static final AccentStyle OF_THE_COALITION = of("#3d5a80");

    public static AccentStyle of(String configured) {
        int[] colour = parse(configured);
        return new AccentStyle(text(towards(colour, BLACK, LIGHT_PAGE)), text(towards(colour, WHITE, DARK_PAGE)));
    }

    /** 1 to 21. */
    static double contrast(String one, String other) {
        return contrast(parse(one), parse(other));
    }

    private static int[] towards(int[] colour, int[] end, int[] page) {
        for (int step = 0; step < STEPS; step++) {
            int[] mixed = new int[3];
            for (int i = 0; i < 3; i++) {
                mixed[i] = colour[i] + (end[i] - colour[i]) * step / STEPS;
            }
            if (contrast(mixed, wash(mixed, page)) >= LEAST_CONTRAST) {
                return mixed;
            }
        }
        return end;
    }

    /** The ground behind what is chosen: the page with a breath of the colour itself, as {@code --k-accent-wash} has it. */
    private static int[] wash(int[] colour, int[] page) {
        int[] washed = new int[3];
        for (int i = 0; i < 3; i++) {
            washed[i] = page[i] + (colour[i] - page[i]) * WASH_PERCENT / 100;
        }
        return washed;
    }

    private static double contrast(int[] one, int[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int[] parse(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
    }

    private static String text(int[] colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
    }
}
