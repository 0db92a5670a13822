package eu.kontor.program.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One part of a program that is decided, owned and compared by itself.
 *
 * @param part of a kind of which there are several: the currency, the rule's or the promotion's id; empty text otherwise
 */
public record ProgramElement(Kind kind, String part) {

    /** In the order in which a program is read. */
    public enum Kind {
        BASE_RATE(true),
        CATEGORY_RATE(true),
        PROMOTION(true),
        EARNS_NOTHING(false),
        EARNS_ON(false),
        CATEGORIES(false),
        LARGEST_AMOUNT(true),
        ROUNDING(false),
        EXPIRY(false),
        PENDING_DAYS(false),
        VALUE_PER_POINT(true),
        MINIMUM_REDEMPTION(false),
        MOST_PAID_WITH_POINTS(false),
        CONFIRMATION(false),
        LIMITS(false);

        private final boolean isOneOfSeveral;

        Kind(boolean isOneOfSeveral) {
            this.isOneOfSeveral = isOneOfSeveral;
        }

        /** Lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static ProgramElement of(Kind kind) {
        return new ProgramElement(kind, "");
    }

    /** {@code base-rate/EUR}, {@code category-rate/good-wine}, {@code rounding}. */
    public String id() {
        return part.isEmpty() ? kind.slug() : kind.slug() + '/' + part;
    }

    public static Optional<ProgramElement> ofId(String id) {
        int slash = id.indexOf('/');
        String kind = slash < 0 ? id : id.substring(0, slash);
        String part = slash < 0 ? "" : id.substring(slash + 1);
        return Arrays.stream(Kind.values())
                .filter(each -> each.slug().equals(kind) && each.isOneOfSeveral != part.isEmpty())
                .findFirst()
                .map(each -> new ProgramElement(each, part));
    }

    @Override
    public String toString() {
        return id();
    }
}
