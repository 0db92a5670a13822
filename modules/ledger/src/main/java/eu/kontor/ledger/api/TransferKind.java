package eu.kontor.ledger.api;

import java.time.YearMonth;

/**
 * Why points moved, and between which accounts. Everything else about a kind follows from its two accounts: its sign for the
 * member, what a point of it is worth between partners, and who pays. The table {@code coalition.transfer_kind} says the same to
 * the database.
 */
public enum TransferKind {
    /** Points issued for a purchase. */
    EARN('E', Account.ISSUED, Account.MEMBER),
    /** Points redeemed. */
    REDEEM('R', Account.MEMBER, Account.REDEEMED),
    /** An earning taken back, to whom issued it. At the purchase's price, and so on its day. */
    REVERSE('V', Account.MEMBER, Account.ISSUED),
    /** A later earning that pays for what could not be taken back. */
    REPAY('P', Account.MEMBER, Account.ISSUED),
    /** Points expired. */
    EXPIRE('X', Account.MEMBER, Account.BREAKAGE),
    /** Points passed on by the giver. In the name of the tenant that issued them, on the day on which it did. */
    GIFT_GIVEN('G', Account.MEMBER, Account.IN_TRANSIT),
    /** The same points, as the recipient gets them. */
    GIFT_RECEIVED('I', Account.IN_TRANSIT, Account.MEMBER),
    /** A redemption taken back, by whom redeemed it: at the redemption's price, and so on its day. */
    REDEMPTION_RETURNED('U', Account.REDEEMED, Account.IN_TRANSIT),
    /** The same points, as they come back into the pocket. In the name of the tenant that issued them, on the day on which it did. */
    POINTS_RETURNED('B', Account.IN_TRANSIT, Account.MEMBER),
    /** Points that a brand gives without a purchase, to make something good. */
    GOODWILL('W', Account.ISSUED, Account.MEMBER),
    /** Such points taken back, because they were given by mistake. At the price of the day on which they were given, and so on that day. */
    GOODWILL_TAKEN_BACK('K', Account.MEMBER, Account.ISSUED),
    /** Points that the operator gives at a brand: out of its own pot, so that no partner pays for them. */
    OPERATOR_GOODWILL('O', Account.BREAKAGE, Account.MEMBER),
    /** Such points taken back. */
    OPERATOR_GOODWILL_TAKEN_BACK('Q', Account.MEMBER, Account.BREAKAGE),
    /** Points that go on to another account of the same person. In the name of the tenant that issued them, on the day on which it did. */
    MERGED_AWAY('M', Account.MEMBER, Account.IN_TRANSIT),
    /** The same points, in the other account. */
    MERGED_IN('N', Account.IN_TRANSIT, Account.MEMBER);

    private final char code;
    private final Account debit;
    private final Account credit;

    TransferKind(char code, Account debit, Account credit) {
        this.code = code;
        this.debit = debit;
        this.credit = credit;
    }

    /** A side of a transfer, by its number in {@code coalition.account}. */
    public enum Account {
        MEMBER(1, PriceBasis.NONE),
        ISSUED(2, PriceBasis.PER_POINT_ISSUED),
        REDEEMED(3, PriceBasis.PER_POINT_REDEEMED),
        BREAKAGE(4, PriceBasis.NONE),
        IN_TRANSIT(5, PriceBasis.NONE);

        private final int number;
        private final PriceBasis price;

        Account(int number, PriceBasis price) {
            this.number = number;
            this.price = price;
        }

        public int number() {
            return number;
        }

        public PriceBasis price() {
            return price;
        }
    }

    /** Which of a contract's two prices a point has. */
    public enum PriceBasis {
        PER_POINT_ISSUED,
        PER_POINT_REDEEMED,
        /** It was paid when it was issued: for information. */
        NONE
    }

    /** One letter, as stored. */
    public char code() {
        return code;
    }

    /** Where the points come from. */
    public Account debit() {
        return debit;
    }

    /** Where they go to. */
    public Account credit() {
        return credit;
    }

    /** The member's: -1 for points that leave. */
    public int sign() {
        return debit == Account.MEMBER ? -1 : +1;
    }

    /** Points come into a pocket with it. */
    public boolean comesIn() {
        return credit == Account.MEMBER;
    }

    /** What a point of it is worth between partners: the price of the account that is not the member's. */
    public PriceBasis price() {
        return debit == Account.MEMBER ? credit.price : debit.price;
    }

    /** +1 where the partner receives, −1 where it pays: it pays for what leaves an account of its own. */
    public int partnerSign() {
        return debit.price == PriceBasis.NONE ? +1 : -1;
    }

    /** Its business date is not the day on which it happened, but that of the points, or of what is taken back. */
    public boolean isOfAnEarlierDay() {
        return isGift()
                || isMerge()
                || this == REVERSE
                || this == REDEMPTION_RETURNED
                || this == POINTS_RETURNED
                || this == GOODWILL_TAKEN_BACK
                || this == OPERATOR_GOODWILL_TAKEN_BACK;
    }

    /** Points given without a purchase. */
    public boolean isGoodwill() {
        return this == GOODWILL || this == OPERATOR_GOODWILL;
    }

    /**
     * How it counts for what a brand issued: for purchases and as goodwill, less goodwill that was given by mistake. What came back of a
     * purchase is told beside it. May sum up to less than nothing, in a month in which goodwill of the month before was taken back.
     */
    public int issuedSign() {
        return switch (this) {
            case EARN, GOODWILL -> +1;
            case GOODWILL_TAKEN_BACK -> -1;
            default -> 0;
        };
    }

    /** The kind that takes back what this one gave. */
    public TransferKind takenBackBy() {
        return switch (this) {
            case EARN -> REVERSE;
            case GOODWILL -> GOODWILL_TAKEN_BACK;
            case OPERATOR_GOODWILL -> OPERATOR_GOODWILL_TAKEN_BACK;
            default -> throw new IllegalStateException(this + " is not taken back as a whole");
        };
    }

    /** Takes back what was given before. */
    public boolean isTakingBack() {
        return this == REVERSE || this == GOODWILL_TAKEN_BACK || this == OPERATOR_GOODWILL_TAKEN_BACK;
    }

    /** Its business date is the day on which the points were issued, not that of the gift. */
    public boolean isGift() {
        return this == GIFT_GIVEN || this == GIFT_RECEIVED;
    }

    /** Between two accounts of one person: no partner gains or loses by it, and none is told. */
    public boolean isMerge() {
        return this == MERGED_AWAY || this == MERGED_IN;
    }

    /**
     * Whether a transfer of this kind with that month of business came after the month's window was closed. A gift did not come
     * late: its business date is only that of the points; nor did what is taken back: its business date is that of the first act.
     */
    public boolean isLate(YearMonth businessMonth, YearMonth window) {
        return !isOfAnEarlierDay() && businessMonth.isBefore(window);
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
