package eu.kontor.program.api;

import java.util.List;

/**
 * What an expression of a promotion can ask of a purchase. Weekdays are {@code 'monday'} to {@code 'sunday'}; days and times compare as texts;
 * all are those of the outlet.
 */
public final class PromotionModel {

    /** Of an expression, in characters. */
    public static final int LONGEST = 500;

    /** One name that an expression can use. */
    public record Name(String name, Type type, String example) {}

    /** What a name stands for. */
    public enum Type {
        TEXT,
        NUMBER,
        WHOLE,
        TRUTH
    }

    public static final List<Name> NAMES = List.of(
            // What was paid with anything but points.
            new Name("purchase.amount", Type.NUMBER, "purchase.amount >= 50"),
            new Name("purchase.currency", Type.TEXT, "purchase.currency == 'EUR'"),
            new Name("purchase.outlet", Type.TEXT, "purchase.outlet in ['counter', 'terrace']"),
            new Name("lines.count", Type.WHOLE, "lines.count >= 3"),
            new Name("calendar.date", Type.TEXT, "calendar.date != '2026-12-25'"),
            new Name("calendar.weekday", Type.TEXT, "calendar.weekday in ['monday', 'tuesday']"),
            new Name("calendar.month", Type.WHOLE, "calendar.month in [11, 12, 1, 2]"),
            new Name("calendar.day", Type.WHOLE, "calendar.day == 1"),
            // Empty where the till sends no time.
            new Name("calendar.time", Type.TEXT, "calendar.time >= '07:00' && calendar.time < '11:00'"),
            // False for a bill that is only calculated, without a card.
            new Name("member.known", Type.TRUTH, "member.known"),
            new Name("member.tier", Type.TEXT, "member.tier in ['gold']"),
            // The purchase by which the member becomes one of this brand's.
            new Name("member.firstVisit", Type.TRUTH, "member.firstVisit"));

    /** What can be asked of lines: of a category what counts of it, of a kind what was on the ticket. */
    public static final List<Name> OF_LINES = List.of(
            new Name("lines.amount", Type.NUMBER, "lines.amount('wine') >= 20"),
            new Name("lines.quantity", Type.NUMBER, "lines.quantity('bread') >= 6"),
            new Name("lines.has", Type.TRUTH, "lines.has('wine')"),
            new Name("lines.amountOfKind", Type.NUMBER, "lines.amountOfKind('service') > 0"));

    private PromotionModel() {}
}
