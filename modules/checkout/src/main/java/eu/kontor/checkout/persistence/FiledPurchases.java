package eu.kontor.checkout.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Visits.Seen;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultIterable;

/** Reads purchases in the schema of the transaction's tenant, by their number also those that wait to be filed there. */
@Service
public class FiledPurchases {

    private static final String OF_MEMBER = SqlFile.read("checkout/visits-of-member");
    private static final String BY_NUMBER = SqlFile.read("checkout/visits-by-number");
    private static final String BY_REFERENCE = SqlFile.read("checkout/visits-by-reference");
    private static final String TICKET = SqlFile.read("checkout/ticket-by-number");
    private static final String BY_REFERENCE_ALONE = SqlFile.read("checkout/purchases-by-reference-alone");
    private static final String LATEST_GUESTS = SqlFile.read("checkout/latest-guests");

    /** Among so many times the purchases, most pages of guests are full. */
    private static final int PURCHASES_PER_GUEST = 5;

    private static final String USUAL = SqlFile.read("checkout/usual-amount");

    /** What is usual is known from twenty bills on, and five hundred tell it as well as all of them. */
    private static final int LEAST_BILLS = 20;

    private static final int MOST_BILLS = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A row as filed; names of outlet and rules are not in it.
     *
     * @param reversed nothing is left
     * @param reversals the oldest first
     * @param returnedPoints taken back, owed, or expired
     * @param repaid of the points that were earned
     * @param debtAfter what the member owed right after it
     * @param award empty where the program's version says it
     */
    public record FiledPurchase(
            PostingId id,
            int outletId,
            LocalDate businessDate,
            Optional<LocalTime> businessTime,
            BigDecimal amount,
            String currency,
            List<Purchase.Line> lines,
            long points,
            int programVersion,
            List<FiledPart> parts,
            String reference,
            boolean reversed,
            List<PostingId> reversals,
            BigDecimal returnedAmount,
            long returnedPoints,
            long repaid,
            long debtAfter,
            List<AwardPart> award) {}

    /**
     * @param points of a promotion; empty for what the base gave
     * @param weights of its lines
     */
    public record FiledPart(
            String rule,
            BigDecimal basis,
            BigDecimal pointsPerUnit,
            BigDecimal exactPoints,
            Optional<Points> points,
            List<Long> weights) {

        public boolean isPromotion() {
            return points.isPresent();
        }
    }

    /** What a till said of a purchase, by which it is known again. */
    public record FiledTicket(
            CardNumber cardNumber,
            int outletId,
            LocalDate businessDate,
            BigDecimal amount,
            Currency currency,
            String reference,
            boolean paidWithPoints) {

        public MoneyAmount value() {
            return new MoneyAmount(amount, currency);
        }
    }

    private record PurchaseRow(
            MemberId memberId,
            long number,
            int outletId,
            LocalDate businessDate,
            Optional<String> businessTime,
            BigDecimal amount,
            String currency,
            String lines,
            long points,
            int programVersion,
            String parts,
            String reference,
            boolean reversed,
            String reversals,
            BigDecimal returnedAmount,
            long returnedPoints,
            long repaid,
            long debtAfter,
            Optional<String> award) {}

    /** Newest first. */
    public List<FiledPurchase> ofMembers(UnitOfWork unit, Collection<MemberId> members, int limit) {
        return read(unit.jdbi()
                .createQuery(OF_MEMBER)
                .bindArray(
                        "members",
                        Long.class,
                        members.stream().map(MemberId::value).toList())
                .bind("limit", limit)
                .mapTo(PurchaseRow.class));
    }

    /** Those of them that are posted at the tenant, in no order. */
    public List<FiledPurchase> find(UnitOfWork unit, Collection<PostingId> ids) throws SQLException {
        Object[] members = ids.stream().map(id -> id.member().value()).toArray();
        Object[] numbers = ids.stream().map(PostingId::number).toArray();
        return read(unit.jdbi()
                .createQuery(BY_NUMBER)
                .bindBySqlType("members", unit.connection().createArrayOf("bigint", members), Types.ARRAY)
                .bindBySqlType("numbers", unit.connection().createArrayOf("bigint", numbers), Types.ARRAY)
                .mapTo(PurchaseRow.class));
    }

    /** By the till's own words, the newest first; more than one if the till used them twice. */
    public List<FiledPurchase> find(UnitOfWork unit, int outlet, LocalDate date, String reference, int limit) {
        return read(unit.jdbi()
                .createQuery(BY_REFERENCE)
                .bind("outlet", outlet)
                .bind("date", date)
                .bind("reference", reference)
                .bind("limit", limit)
                .mapTo(PurchaseRow.class));
    }

    /** By the latest purchases, of which there are several of one guest. */
    public List<Seen> latestGuests(UnitOfWork unit, int limit) {
        return unit.jdbi()
                .createQuery(LATEST_GUESTS)
                .bind("purchases", limit * PURCHASES_PER_GUEST)
                .bind("limit", limit)
                .mapTo(Seen.class)
                .list();
    }

    /** By the till's reference alone, since a day. */
    public List<PostingId> calledSo(UnitOfWork unit, String reference, LocalDate since, int limit) {
        return unit.jdbi()
                .createQuery(BY_REFERENCE_ALONE)
                .bind("reference", reference)
                .bind("since", since)
                .bind("limit", limit)
                .mapTo(PostingId.class)
                .list();
    }

    /** In the middle of the latest bills of an outlet. */
    public Optional<BigDecimal> usualAmount(UnitOfWork unit, int outlet, String currency, LocalDate since) {
        return unit.jdbi()
                .createQuery(USUAL)
                .bind("outlet", outlet)
                .bind("currency", currency)
                .bind("since", since)
                .bind("most", MOST_BILLS)
                .bind("least", LEAST_BILLS)
                .mapTo(BigDecimal.class)
                .findFirst();
    }

    public Optional<FiledTicket> ticket(UnitOfWork unit, PostingId purchase) {
        return unit.jdbi()
                .createQuery(TICKET)
                .bind("member", purchase.member())
                .bind("number", purchase.number())
                .mapTo(FiledTicket.class)
                .findFirst();
    }

    private static List<FiledPurchase> read(ResultIterable<PurchaseRow> rows) {
        return rows.stream().map(FiledPurchases::filed).toList();
    }

    private static FiledPurchase filed(PurchaseRow row) {
        return new FiledPurchase(
                new PostingId(row.memberId(), row.number()),
                row.outletId(),
                row.businessDate(),
                row.businessTime().map(LocalTime::parse),
                row.amount(),
                row.currency(),
                lines(row.lines()),
                row.points(),
                row.programVersion(),
                parts(row.parts()),
                row.reference(),
                row.reversed(),
                reversals(row.memberId(), row.reversals()),
                row.returnedAmount(),
                row.returnedPoints(),
                row.repaid(),
                row.debtAfter(),
                row.award().map(FiledPurchases::award).orElse(List.of()));
    }

    /** @param numbers separated by commas */
    private static List<PostingId> reversals(MemberId member, String numbers) {
        return numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(","))
                        .map(number -> new PostingId(member, Long.parseLong(number)))
                        .toList();
    }

    private static List<Purchase.Line> lines(String json) {
        List<Purchase.Line> lines = new ArrayList<>();
        for (JsonNode line : tree(json)) {
            BigDecimal amount = new BigDecimal(line.get(3).asText());
            lines.add(new Purchase.Line(
                    line.path(5).asText(String.valueOf(lines.size() + 1)),
                    line.get(0).asText(),
                    line.get(1).asText(),
                    line.path(4).asText(CheckedLine.kindByAmount(amount).word()),
                    new BigDecimal(line.get(2).asText()),
                    amount,
                    decimal(line.path(6)),
                    decimal(line.path(7))));
        }
        return lines;
    }

    private static BigDecimal decimal(JsonNode text) {
        return text.asText().isEmpty() ? null : new BigDecimal(text.asText());
    }

    private static List<FiledPart> parts(String json) {
        List<FiledPart> parts = new ArrayList<>();
        for (JsonNode part : tree(json)) {
            parts.add(new FiledPart(
                    part.get(0).asText(),
                    new BigDecimal(part.get(1).asText()),
                    new BigDecimal(part.get(2).asText()),
                    new BigDecimal(part.get(3).asText()),
                    Optional.of(part.path(4)).filter(JsonNode::isNumber).map(points -> Points.of(points.asLong())),
                    weights(part.path(5))));
        }
        return parts;
    }

    private static List<Long> weights(JsonNode numbers) {
        List<Long> weights = new ArrayList<>();
        numbers.forEach(number -> weights.add(number.asLong()));
        return weights;
    }

    private static List<AwardPart> award(String json) {
        List<AwardPart> award = new ArrayList<>();
        for (JsonNode part : tree(json)) {
            award.add(new AwardPart(
                    Points.of(part.get(0).asLong()),
                    new Pocket(part.get(1).asInt()),
                    new TenantId(part.get(2).asInt()),
                    part.get(3).asText()));
        }
        return award;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filed purchase is not readable", e);
        }
    }
}
