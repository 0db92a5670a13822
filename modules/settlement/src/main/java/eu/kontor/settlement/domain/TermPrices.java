package eu.kontor.settlement.domain;

import eu.kontor.ledger.api.TransferKind;
import java.math.BigDecimal;

/**
 * What a point costs a partner and brings it, in the contract's currency, with at most eight decimals.
 *
 * @param pricePerPointIssued what the partner pays to the operator
 * @param valuePerPointRedeemed what the partner gets from the operator
 */
public record TermPrices(BigDecimal pricePerPointIssued, BigDecimal valuePerPointRedeemed) {

    /** A cent has to be divisible: a point is often worth less than one. */
    public static final int MAX_DECIMALS = 8;

    /**
     * The price of one point of a transfer. What is taken back or repaid is given back at the price of its own business
     * date. A point that expired costs nobody anything: it was paid when it was issued. So was one that changes hands as a gift.
     */
    public BigDecimal priceOf(TransferKind kind) {
        return switch (kind.price()) {
            case PER_POINT_ISSUED -> pricePerPointIssued;
            case PER_POINT_REDEEMED -> valuePerPointRedeemed;
            case NONE -> BigDecimal.ZERO;
        };
    }
}
