package eu.kontor.checkout.persistence;

import eu.kontor.checkout.api.StandingTickets.StandingTicket;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tills asked beside purchases, and what they were answered first: in the schema of the transaction's tenant, or still waiting
 * to be filed there.
 */
@Service
public class FiledAnswers {

    private static final String REVERSAL = SqlFile.read("checkout/reversal-by-number");
    private static final String REDEMPTION = SqlFile.read("checkout/redemption-by-number");
    private static final String REDEMPTIONS = SqlFile.read("checkout/redemptions-by-reference");
    private static final String STANDING = SqlFile.read("checkout/standing-tickets");
    private static final String TOLD = SqlFile.read("checkout/told-redemptions");
    private static final String VALUE_AT_END = SqlFile.read("checkout/value-at-end");
    private static final String HOLD_OF_TICKET = SqlFile.read("checkout/hold-of-ticket");
    private static final String PAID_WITH_POINTS = SqlFile.read("checkout/purchases-paid-with-points");
    private static final String RETURNS = SqlFile.read("checkout/redemption-returns");
    private static final String RETURN = SqlFile.read("checkout/redemption-return-by-number");
    private static final String OF_MEMBER = SqlFile.read("checkout/redemptions-of-member");
    private static final String HOLD_OF_CAPTURE = SqlFile.read("checkout/hold-of-capture");
    private static final String GIFT = SqlFile.read("checkout/gift-by-number");

    /**
     * All but the purchase's number are empty in what was filed before answers were kept.
     *
     * @param outletId 0 if nobody said
     * @param amount empty where all that was left came back without telling an amount
     * @param toRefund what of the amount points had not paid; empty where only the purchase came back, and not its ticket
     * @param reason empty text if nobody gave one
     */
    public record FiledReversal(
            long purchase,
            Optional<LocalDate> businessDate,
            int outletId,
            String reference,
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            Optional<BigDecimal> toRefund,
            String reason,
            Optional<Points> takenBack,
            Optional<Points> owed,
            Optional<Points> debtAfter,
            Optional<Points> availableAfter,
            Optional<Instant> postedAt) {

        public Optional<MoneyAmount> money() {
            return FiledAnswers.money(amount, currency);
        }

        public Optional<MoneyAmount> refund() {
            return FiledAnswers.money(toRefund, currency);
        }
    }

    /** A hold, and its end if that is filed. */
    public record FiledRedemption(
            MemberId member,
            long number,
            int outletId,
            CardNumber cardNumber,
            LocalDate businessDate,
            Points points,
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            String reference,
            Instant expires,
            Points availableAfter,
            Instant postedAt,
            Optional<String> state,
            Optional<LocalDate> endedOn,
            Optional<Integer> endedOutletId,
            Optional<String> endedReference,
            Optional<Points> endedPoints,
            Optional<BigDecimal> endedAmount,
            Optional<Currency> endedCurrency,
            Optional<Points> endedAvailableAfter,
            Optional<Instant> endedAt) {

        public Optional<MoneyAmount> value() {
            return money(amount, currency);
        }

        public Optional<MoneyAmount> endedValue() {
            return money(endedAmount, endedCurrency);
        }
    }

    /**
     * @param outletId 0 if nobody said
     * @param reason empty text if nobody gave one
     */
    public record FiledReturn(
            long returnNumber,
            LocalDate businessDate,
            int outletId,
            String reference,
            String reason,
            Points points,
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            Points debtAfter,
            Points availableAfter,
            Instant postedAt) {

        public Optional<MoneyAmount> value() {
            return money(amount, currency);
        }
    }

    /** By what a till knows a redemption. */
    public record Words(int outlet, LocalDate businessDate, String reference) {}

    /**
     * A hold under a till's own words, filed or waiting to be, and what became of it.
     *
     * @param state empty while nothing was told of its end
     * @param captured zero unless it was captured
     * @param returned of the captured points
     */
    public record ToldRedemption(
            int outletId,
            LocalDate businessDate,
            String reference,
            MemberId member,
            long number,
            CardNumber cardNumber,
            Points points,
            Instant expires,
            Optional<String> state,
            Points captured,
            Points returned,
            Points availableAfter) {

        public PostingId id() {
            return new PostingId(member, number);
        }

        public boolean isCaptured() {
            return state.filter("captured"::equals).isPresent();
        }

        public boolean isOpen(Instant now) {
            return state.isEmpty() && now.isBefore(expires);
        }

        public boolean isAllBack() {
            return returned.equals(captured);
        }

        /** What its capture took. */
        public Points taken() {
            return captured;
        }
    }

    public record FiledGift(
            int outletId,
            CardNumber cardNumber,
            CardNumber recipientCardNumber,
            LocalDate businessDate,
            Points points,
            Points availableAfter,
            Instant postedAt) {}

    private record Value(Optional<BigDecimal> amount, Optional<Currency> currency) {}

    public Optional<FiledReversal> reversal(UnitOfWork unit, PostingId reversal) {
        return one(unit, REVERSAL, reversal, FiledReversal.class);
    }

    public Optional<FiledRedemption> redemption(UnitOfWork unit, PostingId hold) {
        return one(unit, REDEMPTION, hold, FiledRedemption.class);
    }

    /** By the till's own words, the newest first; more than one if the till used them twice. */
    public List<FiledRedemption> redemptions(UnitOfWork unit, int outlet, LocalDate date, String reference, int limit) {
        return unit.jdbi()
                .createQuery(REDEMPTIONS)
                .bind("outlet", outlet)
                .bind("date", date)
                .bind("reference", reference)
                .bind("limit", limit)
                .mapTo(FiledRedemption.class)
                .list();
    }

    /** Those that were captured, the newest first. */
    public List<FiledRedemption> redemptions(UnitOfWork unit, Collection<MemberId> members, int limit) {
        return unit.jdbi()
                .createQuery(OF_MEMBER)
                .bindArray(
                        "members",
                        Long.class,
                        members.stream().map(MemberId::value).toList())
                .bind("limit", limit)
                .mapTo(FiledRedemption.class)
                .list();
    }

    /** The hold that a posting captured or voided; or the posting itself, if it is a hold. */
    public Optional<FiledRedemption> redemptionOf(UnitOfWork unit, PostingId posting) {
        return one(unit, HOLD_OF_CAPTURE, posting, Long.class)
                .map(hold -> new PostingId(posting.member(), hold))
                .or(() -> Optional.of(posting))
                .flatMap(hold -> redemption(unit, hold));
    }

    private record StandingRow(
            MemberId memberId,
            long number,
            CardNumber cardNumber,
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            Points points,
            boolean stands) {}

    /** Purchases and redemptions, by their numbers. */
    public Map<PostingId, StandingTicket> standing(UnitOfWork unit, Collection<PostingId> postings)
            throws SQLException {
        Object[] members = postings.stream().map(id -> id.member().value()).toArray();
        Object[] numbers = postings.stream().map(PostingId::number).toArray();
        return unit
                .jdbi()
                .createQuery(STANDING)
                .bindBySqlType("members", unit.connection().createArrayOf("bigint", members), Types.ARRAY)
                .bindBySqlType("numbers", unit.connection().createArrayOf("bigint", numbers), Types.ARRAY)
                .mapTo(StandingRow.class)
                .stream()
                .collect(Collectors.toMap(
                        row -> new PostingId(row.memberId(), row.number()),
                        row -> new StandingTicket(
                                row.cardNumber(), money(row.amount(), row.currency()), row.points(), row.stands()),
                        (filedOne, waiting) -> filedOne));
    }

    /** All that tills told under these words, in the order in which they did. */
    public Map<Words, List<ToldRedemption>> told(UnitOfWork unit, List<Words> words) throws SQLException {
        Object[] outlets = words.stream().map(Words::outlet).toArray();
        Object[] dates =
                words.stream().map(each -> Date.valueOf(each.businessDate())).toArray();
        Object[] references = words.stream().map(Words::reference).toArray();
        return unit
                .jdbi()
                .createQuery(TOLD)
                .bindBySqlType("outlets", unit.connection().createArrayOf("integer", outlets), Types.ARRAY)
                .bindBySqlType("dates", unit.connection().createArrayOf("date", dates), Types.ARRAY)
                .bindBySqlType("references", unit.connection().createArrayOf("text", references), Types.ARRAY)
                .mapTo(ToldRedemption.class)
                .stream()
                .collect(Collectors.groupingBy(
                        told -> new Words(told.outletId(), told.businessDate(), told.reference())));
    }

    /** What came back of a redemption, the oldest first. */
    public List<FiledReturn> returns(UnitOfWork unit, PostingId hold) {
        return unit.jdbi()
                .createQuery(RETURNS)
                .bind("member", hold.member())
                .bind("hold", hold.number())
                .mapTo(FiledReturn.class)
                .list();
    }

    public Optional<FiledReturn> returned(UnitOfWork unit, PostingId hold, PostingId returned) {
        return unit.jdbi()
                .createQuery(RETURN)
                .bind("member", hold.member())
                .bind("hold", hold.number())
                .bind("number", returned.number())
                .mapTo(FiledReturn.class)
                .findFirst();
    }

    /** What the points of a capture paid. */
    public Optional<MoneyAmount> valueOfCapture(UnitOfWork unit, PostingId capture) {
        return one(unit, VALUE_AT_END, capture, Value.class).flatMap(value -> money(value.amount(), value.currency()));
    }

    /** The number of the hold by which points paid for a part of a purchase. */
    public Optional<Long> holdOfTicket(UnitOfWork unit, PostingId purchase) {
        return unit.jdbi()
                .createQuery(HOLD_OF_TICKET)
                .bind("member", purchase.member())
                .bind("number", purchase.number())
                .mapTo(Long.class)
                .findFirst();
    }

    private record PaidRow(MemberId memberId, long number) {}

    /** Those purchases that points paid for a part of. */
    public Set<PostingId> paidWithPoints(UnitOfWork unit, Collection<PostingId> purchases) throws SQLException {
        Object[] members = purchases.stream().map(id -> id.member().value()).toArray();
        Object[] numbers = purchases.stream().map(PostingId::number).toArray();
        return unit
                .jdbi()
                .createQuery(PAID_WITH_POINTS)
                .bindBySqlType("members", unit.connection().createArrayOf("bigint", members), Types.ARRAY)
                .bindBySqlType("numbers", unit.connection().createArrayOf("bigint", numbers), Types.ARRAY)
                .mapTo(PaidRow.class)
                .stream()
                .map(row -> new PostingId(row.memberId(), row.number()))
                .collect(Collectors.toSet());
    }

    public Optional<FiledGift> gift(UnitOfWork unit, PostingId gift) {
        return one(unit, GIFT, gift, FiledGift.class);
    }

    private static <T> Optional<T> one(UnitOfWork unit, String statement, PostingId id, Class<T> record) {
        return unit.jdbi()
                .createQuery(statement)
                .bind("member", id.member())
                .bind("number", id.number())
                .mapTo(record)
                .findFirst();
    }

    private static Optional<MoneyAmount> money(Optional<BigDecimal> amount, Optional<Currency> currency) {
        return amount.map(value -> new MoneyAmount(value, currency.orElseThrow()));
    }
}
