package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bakery: one line per item, neighbouring lines of a ticket make one purchase, prices come from the tenant's list.
 *
 * <p>A ticket is refused as a whole: were its good lines posted, its corrected line could not follow, since the ticket's key would
 * be taken by then.
 */
final class TicketTranslator implements LineTranslator {

    private final LineFields fields;
    private final Map<String, FeedMapping.Item> items;

    TicketTranslator(LineFields fields, Map<String, FeedMapping.Item> items) {
        this.fields = fields;
        this.items = items;
    }

    @Override
    public Optional<String> groupOf(FeedRecord line) {
        try {
            return Optional.of(FeedKeys.of(fields.needed(line, "outlet"), fields.needed(line, "ticket")));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public List<Verdict> translate(List<FeedRecord> group) {
        if (group.size() > Purchase.MAX_LINES) {
            return List.of(
                    new Verdict.Refused(group, new Refusal(RefusalCode.TOO_MANY_LINES, "limit", Purchase.MAX_LINES)));
        }
        FeedRecord current = group.getFirst();
        try {
            if (fields.text(current, "card").isEmpty()) {
                return List.of(new Verdict.Skipped(group, SkipReason.NO_CARD));
            }
            List<FeedRecord> nothing = new ArrayList<>();
            List<FeedRecord> sold = new ArrayList<>();
            List<Purchase.Line> lines = new ArrayList<>();
            for (FeedRecord line : group) {
                current = line;
                Optional<Purchase.Line> item = item(line);
                item.ifPresent(lines::add);
                (item.isPresent() ? sold : nothing).add(line);
            }
            return verdicts(nothing, sold, lines);
        } catch (Refusal refusal) {
            return refuse(group, current, refusal);
        }
    }

    private List<Verdict> verdicts(List<FeedRecord> nothing, List<FeedRecord> sold, List<Purchase.Line> lines) {
        List<Verdict> verdicts = new ArrayList<>();
        if (!nothing.isEmpty()) {
            verdicts.add(new Verdict.Skipped(nothing, SkipReason.NO_ITEM));
        }
        if (!sold.isEmpty()) {
            verdicts.add(new Verdict.ToPost(sold, new TillLine.Sale(purchase(sold.getFirst(), lines))));
        }
        return verdicts;
    }

    private Optional<Purchase.Line> item(FeedRecord line) {
        String name = fields.needed(line, "item");
        FeedMapping.Item item = items.get(name);
        if (item == null) {
            throw new Refusal(RefusalCode.FEED_ITEM_WITHOUT_PRICE, "item", name);
        }
        return item.price().map(price -> new Purchase.Line(name, item.category(), BigDecimal.ONE, price));
    }

    private Purchase purchase(FeedRecord line, List<Purchase.Line> lines) {
        String outlet = fields.needed(line, "outlet");
        String ticket = fields.needed(line, "ticket");
        return new Purchase(
                FeedKeys.of(outlet, ticket),
                fields.needed(line, "card"),
                outlet,
                lines.stream().map(Purchase.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                fields.needed(line, "currency"),
                lines,
                fields.date(line, "date"),
                fields.time(line, "time"),
                ticket);
    }

    private List<Verdict> refuse(List<FeedRecord> group, FeedRecord guilty, Refusal refusal) {
        if (group.size() == 1) {
            return List.of(new Verdict.Refused(group, refusal));
        }
        Refusal forTheOthers = new Refusal(
                RefusalCode.FEED_LINE_OF_REFUSED_TICKET,
                "ticket",
                fields.text(guilty, "ticket"),
                "line",
                guilty.lineNumber());
        return group.stream()
                .<Verdict>map(line -> new Verdict.Refused(List.of(line), line == guilty ? refusal : forTheOthers))
                .toList();
    }
}
