package eu.kontor.portal.settlement;

import java.math.BigDecimal;

/** How a price per point is written: with the decimals it has, at least those of a cent. */
final class PriceWords {

    private static final int CENTS = 2;

    private PriceWords() {}

    static BigDecimal plain(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < CENTS ? stripped.setScale(CENTS) : stripped;
    }
}
