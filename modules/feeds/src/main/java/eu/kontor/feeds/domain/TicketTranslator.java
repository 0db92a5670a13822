package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tills that write one line per item: all lines of a ticket make one purchase.
 *
 * <p>A ticket is refused as a whole: were its good lines posted, its corrected line could not follow, since the ticket's key would
 * be taken by then.
 */
final class TicketTranslator implements LineTranslator {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}]+");

    private final LineFields fields;
    private final FeedKinds kinds;
    private final ItemPrices prices;
    private final Returns returns;

    TicketTranslator(LineFields fields, ItemPrices prices) {
        this.fields = fields;
        this.kinds = new FeedKinds(fields);
        this.prices = prices;
        this.returns = new Returns(fields, "ticket", "date");
    }

    @Override
    public Optional<String> groupOf(TableRecord line) {
        try {
            return Optional.of(fields.text(line, "date")
                    + '\n'
                    + FeedKeys.of(fields.needed(line, "outlet"), fields.needed(line, "ticket")));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** A line whose fields cannot be told apart belongs to the ticket whose number is in it. */
    @Override
    public boolean mayBelong(TableRecord malformed, TableRecord line) {
        List<String> numbers = words(fields.text(line, "ticket"));
        return !numbers.isEmpty() && words(malformed.raw()).containsAll(numbers);
    }

    @Override
    public List<Verdict> translate(List<TableRecord> group) {
        if (group.size() > Purchase.MAX_LINES) {
            return List.of(
                    new Verdict.Refused(group, new Refusal(RefusalCode.TOO_MANY_LINES, "limit", Purchase.MAX_LINES)));
        }
        TableRecord current = group.getFirst();
        try {
            Ticket ticket = new Ticket();
            for (TableRecord line : group) {
                current = line;
                if (line.malformed().isPresent()) {
                    throw line.malformed().get();
                }
                ticket.add(line);
            }
            return ticket.verdicts(group);
        } catch (Refusal refusal) {
            return refuse(group, current, refusal);
        }
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    /** What the lines of one ticket say together. */
    private final class Ticket {

        private final List<TableRecord> nothing = new ArrayList<>();
        private final List<TableRecord> unpaid = new ArrayList<>();
        private final List<TableRecord> calledOff = new ArrayList<>();
        private final List<TableRecord> redeemed = new ArrayList<>();
        private final List<TableRecord> redemptionsCalledOff = new ArrayList<>();
        private final List<TableRecord> sold = new ArrayList<>();
        private final List<Purchase.Line> lines = new ArrayList<>();
        private String card = "";
        private String currency = "";
        private boolean isRefundedWhole = true;
        private boolean isComplimentary;
        private long points;

        void add(TableRecord line) {
            // It may be here because its neighbours are; without a number of its own nobody knows.
            fields.needed(line, "ticket");
            fields.needed(line, "outlet");
            card = agree("card", card, fields.card(line));
            switch (kinds.of(line)) {
                case NOTHING -> unpaid.add(line);
                case CALLED_OFF -> (kinds.isRedemption(line) ? redemptionsCalledOff : calledOff).add(line);
                case REDEMPTION -> redeem(line);
                case SALE -> sell(line, false);
                case RETURN -> sell(line, true);
            }
        }

        /** What the row says of money is how much the points paid, and not a part of what was sold. */
        private void redeem(TableRecord line) {
            if (!fields.has("points")) {
                throw fields.unknownWord("line_kind", fields.text(line, "line_kind"), "sale, return");
            }
            points = Math.addExact(points, fields.whole(line, "points"));
            redeemed.add(line);
        }

        private void sell(TableRecord line, boolean isReturn) {
            Optional<Purchase.Line> item = prices.line(line, isReturn, kinds.ofItem(line));
            if (item.isEmpty()) {
                nothing.add(line);
                return;
            }
            currency = agree("currency", currency, fields.needed(line, "currency"));
            isRefundedWhole &= kinds.isRefundedWhole(line);
            sold.add(line);
            boolean isBelowZero = item.get().amount().signum() < 0;
            lines.add(
                    isBelowZero && returns.namesSale(line) ? item.get().returning(returns.original(line)) : item.get());
            isComplimentary |= fields.says(line, "complimentary");
        }

        /** What is below zero and names its sale is no discount, whatever its quantity says. */
        private static boolean cameBack(Purchase.Line item) {
            return item.quantity().signum() < 0 || item.original() != null;
        }

        /** Something was sold and something came back, whatever the sum is. */
        private boolean isExchange() {
            return lines.stream().anyMatch(Ticket::cameBack)
                    && lines.stream().anyMatch(item -> item.amount().signum() > 0);
        }

        List<Verdict> verdicts(List<TableRecord> group) {
            if (card.isEmpty() && !returns.namesSale(group.getFirst()) && calledOff.size() < group.size()) {
                return List.of(new Verdict.Skipped(group, SkipReason.NO_CARD));
            }
            List<Verdict> verdicts = new ArrayList<>();
            skip(nothing, SkipReason.NO_ITEM, verdicts);
            skip(unpaid, SkipReason.NOT_COMPLETED, verdicts);
            if (!sold.isEmpty()) {
                // Single rows that were voided are no part of it any more; a ticket that was posted with them is
                // corrected.
                skip(calledOff, SkipReason.NOT_COMPLETED, verdicts);
                verdicts.add(sale());
            } else if (!calledOff.isEmpty()) {
                verdicts.add(called(calledOff, What.SALE, SkipReason.NOT_COMPLETED));
            }
            if (!redeemed.isEmpty()) {
                skip(redemptionsCalledOff, SkipReason.NOT_COMPLETED, verdicts);
                verdicts.add(redemption());
            } else if (!redemptionsCalledOff.isEmpty()) {
                verdicts.add(called(redemptionsCalledOff, What.REDEMPTION, SkipReason.NOT_COMPLETED));
            }
            return verdicts;
        }

        private static void skip(List<TableRecord> records, SkipReason reason, List<Verdict> verdicts) {
            if (!records.isEmpty()) {
                verdicts.add(new Verdict.Skipped(List.copyOf(records), reason));
            }
        }

        /** With a row that is not paid yet the ticket is still open: nobody has called it off. */
        private Verdict called(List<TableRecord> records, What what, SkipReason ifNothing) {
            return unpaid.isEmpty()
                    ? CalledOff.verdict(List.copyOf(records), fields, what, "date", "ticket", ifNothing)
                    : new Verdict.Skipped(List.copyOf(records), ifNothing);
        }

        private Verdict redemption() {
            TableRecord first = redeemed.getFirst();
            String outlet = fields.needed(first, "outlet");
            String number = fields.needed(first, "ticket");
            return new Verdict.ToPost(
                    List.copyOf(redeemed),
                    new TillLine.Redemption(
                            FeedKeys.of(outlet, number),
                            card,
                            outlet,
                            Points.of(points),
                            fields.date(first, "date"),
                            number));
        }

        private Verdict sale() {
            TableRecord first = sold.getFirst();
            BigDecimal amount = lines.stream().map(Purchase.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (isExchange() && !card.isEmpty()) {
                return isEven(amount) ? called(sold, What.SALE, SkipReason.NO_CHARGE) : sold(amount);
            }
            if (card.isEmpty() && lines.stream().anyMatch(item -> item.original() != null)) {
                return withoutCard();
            }
            if (amount.signum() < 0) {
                Optional<BigDecimal> paidBack = isRefundedWhole ? Optional.empty() : Optional.of(amount.negate());
                return new Verdict.ToPost(sold, returns.refund(first, paidBack));
            }
            return amount.signum() == 0 && !isComplimentary
                    ? called(sold, What.SALE, SkipReason.NO_CHARGE)
                    : sold(amount);
        }

        /** What came back was worth what was sold, and nobody says where it was bought: nothing changed. */
        private boolean isEven(BigDecimal amount) {
            return amount.signum() == 0 && lines.stream().noneMatch(item -> item.original() != null);
        }

        /** What was sold beside it is nobody's; what came back is its purchase's. */
        private Verdict withoutCard() {
            int named = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).original() != null)
                    .findFirst()
                    .orElseThrow();
            BigDecimal back = lines.stream()
                    .filter(item -> item.original() != null)
                    .map(item -> item.amount().negate())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Verdict.ToPost(
                    sold, returns.refund(sold.get(named), isRefundedWhole ? Optional.empty() : Optional.of(back)));
        }

        private Verdict sold(BigDecimal amount) {
            TableRecord first = sold.getFirst();
            String number = fields.needed(first, "ticket");
            String outlet = fields.needed(first, "outlet");
            return new Verdict.ToPost(
                    sold,
                    new TillLine.Sale(
                            new Purchase(
                                    FeedKeys.of(outlet, number),
                                    card,
                                    outlet,
                                    amount,
                                    currency,
                                    lines,
                                    fields.date(first, "date"),
                                    fields.time(first, "time", "date"),
                                    number,
                                    amount.signum() == 0 && isComplimentary && !isExchange()),
                            Points.of(points)));
        }

        /** Two guests or two currencies on one ticket are no ticket. */
        private String agree(String name, String before, String now) {
            if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
                return now.isEmpty() ? before : now;
            }
            throw new Refusal(
                    RefusalCode.FEED_TICKET_CONTRADICTS, "column", fields.column(name), "one", before, "other", now);
        }
    }

    private List<Verdict> refuse(List<TableRecord> group, TableRecord guilty, Refusal refusal) {
        if (group.size() == 1) {
            return List.of(new Verdict.Refused(group, refusal));
        }
        String ticket = group.stream()
                .filter(line -> line.malformed().isEmpty())
                .flatMap(line -> readableNumber(line).stream())
                .findFirst()
                .orElse("");
        Refusal forTheOthers =
                new Refusal(RefusalCode.FEED_LINE_OF_REFUSED_TICKET, "ticket", ticket, "line", guilty.lineNumber());
        return group.stream()
                .<Verdict>map(line -> new Verdict.Refused(List.of(line), line == guilty ? refusal : forTheOthers))
                .toList();
    }

    /** The line may be the guilty one. */
    private Optional<String> readableNumber(TableRecord line) {
        try {
            return Optional.of(fields.text(line, "ticket"));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }
}
