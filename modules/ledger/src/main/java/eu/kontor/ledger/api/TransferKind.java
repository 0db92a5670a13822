package eu.kontor.ledger.api;

import java.time.YearMonth;

/** Why points moved. The sign is the member's. */
public enum TransferKind {
    /** Points issued for a purchase: partner → member. */
    EARN('E', +1),
    /** Points redeemed: member → partner. */
    REDEEM('R', -1),
    /** An earning taken back: member → partner that issued. */
    REVERSE('V', -1),
    /** A later earning that pays for what could not be taken back: member → partner that took back. */
    REPAY('P', -1),
    /** Points lapsed: member → breakage. */
    EXPIRE('X', -1),
    /** Points passed on: giver → in transit. In the name of the partner that issued them, on the day on which it did. */
    GIFT_GIVEN('G', -1),
    /** The same points: in transit → recipient. */
    GIFT_RECEIVED('I', +1);

    private final char code;
    private final int sign;

    TransferKind(char code, int sign) {
        this.code = code;
        this.sign = sign;
    }

    /** One letter, as stored. */
    public char code() {
        return code;
    }

    public int sign() {
        return sign;
    }

    /** Its business date is the day on which the points were issued, not that of the gift. */
    public boolean isGift() {
        return this == GIFT_GIVEN || this == GIFT_RECEIVED;
    }

    /**
     * Whether a transfer of this kind with that month of business came after the month's window was closed. A gift did not come
     * late: its business date is only that of the points.
     */
    public boolean isLate(YearMonth businessMonth, YearMonth window) {
        return !isGift() && businessMonth.isBefore(window);
    }

    public static TransferKind ofCode(char code) {
        for (TransferKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of transfer has the code " + code);
    }
}
