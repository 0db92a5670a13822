package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
            String ticket = FeedKeys.of(fields.needed(line, "outlet"), fields.needed(line, "ticket"));
            return Optional.of(day(line) + '\n' + ticket);
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** Lines of one ticket are written at different minutes. Without a day they are told apart by what stands there. */
    private String day(TableRecord line) {
        try {
            return fields.date(line, "date").toString();
        } catch (Refusal unreadable) {
            return fields.text(line, "date");
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
        private final List<TableRecord> refunded = new ArrayList<>();
        private final RedeemedPoints points = new RedeemedPoints(fields, kinds, returns);
        private final List<TableRecord> sold = new ArrayList<>();
        private final List<Purchase.Line> lines = new ArrayList<>();
        private String card = "";
        private String currency = "";
        private boolean isReturnCalledOff = true;
        private boolean isComplimentary;

        void add(TableRecord line) {
            // It may be here because its neighbours are; without a number of its own nobody knows.
            fields.needed(line, "ticket");
            fields.needed(line, "outlet");
            card = agree("card", card, fields.card(line));
            switch (kinds.of(line)) {
                case NOTHING -> unpaid.add(line);
                case CALLED_OFF -> callOff(line);
                case REDEMPTION -> points.add(line);
                case SALE -> sell(line, false);
                case RETURN -> comeBack(line);
            }
        }

        private void callOff(TableRecord line) {
            if (kinds.isRedemption(line)) {
                points.callOff(line);
                return;
            }
            calledOff.add(line);
            isReturnCalledOff &=
                    kinds.isReturn(line) || fields.isBelowZero(line, "amount") || fields.isBelowZero(line, "quantity");
        }

        /** A state says that the line is no part of the ticket any more; only a kind or a sign takes its amount away. */
        private void comeBack(TableRecord line) {
            boolean isDropped = kinds.isRefundedWhole(line)
                    && prices.line(line, false, kinds.ofItem(line))
                            .filter(item -> item.amount().signum() >= 0)
                            .isPresent();
            if (isDropped) {
                refunded.add(line);
            } else {
                sell(line, true);
            }
        }

        private void sell(TableRecord line, boolean isReturn) {
            Optional<Purchase.Line> item = prices.line(line, isReturn, kinds.ofItem(line));
            if (item.isEmpty()) {
                nothing.add(line);
                return;
            }
            currency = agree("currency", currency, fields.needed(line, "currency"));
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
            if (card.isEmpty()
                    && group.stream().noneMatch(returns::namesSale)
                    && calledOff.size() + points.calledOff() < group.size()) {
                return List.of(new Verdict.Skipped(group, SkipReason.NO_CARD));
            }
            List<Verdict> verdicts = new ArrayList<>();
            skip(nothing, SkipReason.NO_ITEM, verdicts);
            skip(unpaid, SkipReason.NOT_COMPLETED, verdicts);
            if (!sold.isEmpty()) {
                // Single rows that were voided or refunded are no part of it any more; a ticket that was posted with
                // them is corrected.
                skip(calledOff, SkipReason.NOT_COMPLETED, verdicts);
                skip(refunded, SkipReason.NOT_COMPLETED, verdicts);
                verdicts.addAll(sale());
            } else if (!refunded.isEmpty()) {
                skip(calledOff, SkipReason.NOT_COMPLETED, verdicts);
                verdicts.add(new Verdict.ToPost(
                        List.copyOf(refunded), returns.refund(refunded.getFirst(), Optional.empty())));
            } else if (!calledOff.isEmpty()) {
                verdicts.addAll(ticketCalledOff());
            }
            verdicts.addAll(points.verdicts(card, this::called));
            return verdicts;
        }

        private static void skip(List<TableRecord> records, SkipReason reason, List<Verdict> verdicts) {
            if (!records.isEmpty()) {
                verdicts.add(new Verdict.Skipped(List.copyOf(records), reason));
            }
        }

        private List<Verdict> ticketCalledOff() {
            return isReturnCalledOff && unpaid.isEmpty()
                    ? new ReturnedSales(fields, returns).calledOff(List.copyOf(calledOff))
                    : List.of(called(calledOff, What.SALE, SkipReason.NOT_COMPLETED));
        }

        /** With a row that is not paid yet the ticket is still open: nobody has called it off. */
        private Verdict called(List<TableRecord> records, What what, SkipReason ifNothing) {
            return unpaid.isEmpty()
                    ? CalledOff.verdict(List.copyOf(records), fields, what, "date", "ticket", ifNothing)
                    : new Verdict.Skipped(List.copyOf(records), ifNothing);
        }

        private List<Verdict> sale() {
            BigDecimal amount = lines.stream().map(Purchase.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (isExchange() && !card.isEmpty()) {
                return List.of(isEven(amount) ? called(sold, What.SALE, SkipReason.NO_CHARGE) : sold(amount));
            }
            // Without a card what was sold is nobody's; what came back is its purchase's.
            boolean isNamed = card.isEmpty() && lines.stream().anyMatch(item -> item.original() != null);
            if (isNamed || amount.signum() < 0) {
                return new ReturnedSales(fields, returns).verdicts(sold, lines, isNamed);
            }
            return List.of(
                    amount.signum() == 0 && !isComplimentary
                            ? called(sold, What.SALE, SkipReason.NO_CHARGE)
                            : sold(amount));
        }

        /** What came back was worth what was sold, and nobody says where it was bought: nothing changed. */
        private boolean isEven(BigDecimal amount) {
            return amount.signum() == 0 && lines.stream().noneMatch(item -> item.original() != null);
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
                            points.paid()));
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
