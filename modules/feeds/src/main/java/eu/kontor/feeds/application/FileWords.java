package eu.kontor.feeds.application;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The refusals of tills as someone understands them who has a file: tickets and columns, no keys, fields and requests. */
final class FileWords {

    private static final Pattern LINE = Pattern.compile("lines\\[\\d+]\\.");

    /** What a request calls a field, where a layout has another name for it. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "businessDate", List.of("business_date", "date", "departure_date"),
            "businessTime", List.of("business_time", "time"),
            "reference", List.of("reference", "ticket"),
            "Idempotency-Key", List.of("reference", "ticket"),
            "sku", List.of("sku", "item"),
            "kind", List.of("line_kind"),
            "quantity", List.of("quantity", "nights", "week_nights"),
            "amount", List.of("amount", "unit_price", "total", "rate"));

    /** For what waits of a file that is long done: the layouts' own names. */
    static final FileWords OF_ANY_FILE = new FileWords(FeedMapping.standard(Layout.PURCHASES));

    private final FeedMapping mapping;

    FileWords(FeedMapping mapping) {
        this.mapping = mapping;
    }

    Refusal of(Refusal refusal, TillLine line) {
        return switch (refusal.code()) {
            case REQUEST_KEY_REUSED, TICKET_DIFFERS ->
                new Refusal(RefusalCode.FEED_TICKET_CHANGED, "ticket", ticket(line));
            case PURCHASE_UNKNOWN, TICKET_UNKNOWN ->
                new Refusal(RefusalCode.FEED_RETURN_BY_HAND, "ticket", ticket(line));
            case HOLD_UNKNOWN -> new Refusal(RefusalCode.FEED_REDEMPTION_UNKNOWN, "ticket", ticket(line));
            case REDEMPTION_AMBIGUOUS -> new Refusal(RefusalCode.FEED_REDEMPTION_AMBIGUOUS, "ticket", ticket(line));
            case AMOUNT_NOT_POSITIVE ->
                new Refusal(
                        RefusalCode.FEED_NOTHING_PAID,
                        "ticket",
                        ticket(line),
                        "column",
                        column("amount"),
                        "complimentary",
                        mapping.column("complimentary"));
            default -> inColumns(refusal);
        };
    }

    private Refusal inColumns(Refusal refusal) {
        if (!(refusal.details().get("field") instanceof String field)) {
            return refusal;
        }
        List<Object> details = new ArrayList<>();
        refusal.details().forEach((name, detail) -> {
            details.add(name);
            details.add(name.equals("field") ? column(LINE.matcher(field).replaceFirst("")) : detail);
        });
        return new Refusal(refusal.code(), details.toArray());
    }

    /** As the file calls it; what no layout has stays as it is. */
    private String column(String field) {
        return NAMES.getOrDefault(field, List.of(field)).stream()
                .filter(mapping.layout()::knows)
                .findFirst()
                .map(mapping::column)
                .orElse(field);
    }

    private static String ticket(TillLine line) {
        return switch (line) {
            case TillLine.Sale sale -> sale.purchase().reference();
            case TillLine.Redemption redemption -> redemption.reference();
            case TillLine.CalledOff call -> call.reference();
            case TillLine.ReturnCalledOff call -> call.slip().reference();
            case TillLine.Refund refund -> refund.goods().reference().orElse(refund.requestKey());
            case TillLine.RedemptionBack back -> back.stamp().reference().orElse(back.requestKey());
        };
    }
}
