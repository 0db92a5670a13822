package eu.kontor.feeds.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.feeds.api.HeldCorrections.Kind;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A correction as it is kept: its ticket, what it says of it, and the line itself as JSON, so that it is posted as it was read, whatever
 * the mapping says by then.
 */
record HeldLine(TillLine line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NO_CORRECTION = "a part that comes back corrects nothing, and never waits";

    Kind kind() {
        return switch (line) {
            case TillLine.Sale _ -> Kind.SALE;
            case TillLine.Refund _ -> Kind.REFUND;
            case TillLine.Redemption _ -> Kind.REDEMPTION;
            case TillLine.CalledOff call -> call.what() == What.SALE ? Kind.CALLED_OFF : Kind.REDEMPTION_CALLED_OFF;
            case TillLine.RedemptionBack _, TillLine.ReturnCalledOff _ ->
                throw new IllegalStateException(NO_CORRECTION);
        };
    }

    /** What it would take back, of a ticket that earned and was also paid with points. */
    What what() {
        return switch (kind()) {
            case SALE, REFUND, CALLED_OFF -> What.SALE;
            case REDEMPTION, REDEMPTION_CALLED_OFF -> What.REDEMPTION;
        };
    }

    /** By which the till knows what is corrected. */
    OwnWords ticket() {
        return switch (line) {
            case TillLine.Sale(Purchase sold, Points _) ->
                new OwnWords(sold.outlet(), sold.businessDate(), sold.reference());
            case TillLine.Refund refund -> ((OriginalPurchase.ByWords) refund.purchase()).words();
            case TillLine.Redemption redemption ->
                new OwnWords(redemption.outlet(), redemption.businessDate(), redemption.reference());
            case TillLine.CalledOff call -> new OwnWords(call.outlet(), call.businessDate(), call.reference());
            case TillLine.RedemptionBack _, TillLine.ReturnCalledOff _ ->
                throw new IllegalStateException(NO_CORRECTION);
        };
    }

    /** The same when the line comes again. What takes something back is another one when another thing stands. */
    String version(PostingId standing) {
        String content =
                switch (line) {
                    case TillLine.Sale(Purchase sold, Points paid) ->
                        String.join(
                                "\n",
                                sold.card(),
                                sold.amount().stripTrailingZeros().toPlainString(),
                                sold.currency(),
                                paid.toString());
                    case TillLine.Redemption redemption ->
                        redemption.card() + '\n' + redemption.points().value();
                    default -> standing.text();
                };
        return HexFormat.of().formatHex(Digest.of(kind() + "\n" + content));
    }

    String json() {
        ObjectNode node = JSON.createObjectNode();
        switch (line) {
            case TillLine.Sale(Purchase sold, Points paid) -> {
                put(node, sold);
                node.put("paidWithPoints", paid.value());
            }
            case TillLine.Refund refund -> {
                OwnWords words = ticket();
                put(node, words);
                node.put("key", refund.requestKey());
                refund.goods().businessDate().ifPresent(on -> node.put("returnedOn", on.toString()));
                refund.goods().outlet().ifPresent(at -> node.put("returnedAt", at));
                refund.goods().reference().ifPresent(as -> node.put("returnedAs", as));
            }
            case TillLine.Redemption redemption -> {
                put(node, ticket());
                node.put("key", redemption.requestKey());
                node.put("card", redemption.card());
                node.put("points", redemption.points().value());
            }
            default -> put(node, ticket());
        }
        return node.toString();
    }

    private static void put(ObjectNode node, OwnWords words) {
        node.put("outlet", words.outlet());
        node.put("date", words.businessDate().toString());
        node.put("reference", words.reference());
    }

    private static void put(ObjectNode node, Purchase sold) {
        put(node, new OwnWords(sold.outlet(), sold.businessDate(), sold.reference()));
        node.put("key", sold.requestKey());
        node.put("card", sold.card());
        node.put("amount", sold.amount().toPlainString());
        node.put("currency", sold.currency());
        sold.businessTime().ifPresent(time -> node.put("time", time.toString()));
        if (sold.complimentary()) {
            node.put("complimentary", true);
        }
        for (Purchase.Line each : sold.lines()) {
            ObjectNode one = node.withArray("lines").addObject();
            one.put("id", each.id());
            one.put("sku", each.sku());
            one.put("category", each.category());
            one.put("kind", each.kind());
            one.put("quantity", text(each.quantity()));
            one.put("amount", text(each.amount()));
            one.put("net", text(each.net()));
            one.put("gross", text(each.gross()));
            if (each.original() != null) {
                put(one.putObject("original"), each.original());
            }
        }
    }

    private static void put(ObjectNode node, Purchase.Original original) {
        switch (original.purchase()) {
            case OriginalPurchase.ById named -> node.put("id", named.id());
            case OriginalPurchase.ByWords named -> put(node, named.words());
        }
        node.put("line", original.line());
    }

    static HeldLine read(String kind, String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a held line is not readable", e);
        }
        String outlet = node.path("outlet").asText();
        LocalDate date = LocalDate.parse(node.path("date").asText());
        String reference = node.path("reference").asText();
        Kind what = Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        return new HeldLine(
                switch (what) {
                    case SALE ->
                        new TillLine.Sale(
                                sale(node, outlet, date, reference),
                                Points.of(node.path("paidWithPoints").asLong()));
                    case REFUND ->
                        new TillLine.Refund(
                                node.path("key").asText(),
                                new OriginalPurchase.ByWords(new OwnWords(outlet, date, reference)),
                                everything(node));
                    case REDEMPTION ->
                        new TillLine.Redemption(
                                node.path("key").asText(),
                                node.path("card").asText(),
                                outlet,
                                Points.of(node.path("points").asLong()),
                                date,
                                reference);
                    case CALLED_OFF -> new TillLine.CalledOff(What.SALE, outlet, date, reference);
                    case REDEMPTION_CALLED_OFF -> new TillLine.CalledOff(What.REDEMPTION, outlet, date, reference);
                });
    }

    private static ReturnedGoods everything(JsonNode node) {
        return new ReturnedGoods(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(string(node, "returnedOn")).map(LocalDate::parse),
                Optional.ofNullable(string(node, "returnedAt")),
                Optional.ofNullable(string(node, "returnedAs")));
    }

    private static Purchase sale(JsonNode node, String outlet, LocalDate date, String reference) {
        List<Purchase.Line> lines = new ArrayList<>();
        for (JsonNode each : node.path("lines")) {
            lines.add(new Purchase.Line(
                    string(each, "id"),
                    string(each, "sku"),
                    string(each, "category"),
                    string(each, "kind"),
                    decimal(each, "quantity"),
                    decimal(each, "amount"),
                    decimal(each, "net"),
                    decimal(each, "gross"),
                    each.hasNonNull("original") ? original(each.get("original")) : null));
        }
        return new Purchase(
                node.path("key").asText(),
                node.path("card").asText(),
                outlet,
                decimal(node, "amount"),
                node.path("currency").asText(),
                lines,
                date,
                Optional.ofNullable(string(node, "time")).map(LocalTime::parse),
                reference,
                node.path("complimentary").asBoolean());
    }

    private static Purchase.Original original(JsonNode node) {
        OriginalPurchase purchase = node.hasNonNull("id")
                ? new OriginalPurchase.ById(string(node, "id"))
                : new OriginalPurchase.ByWords(new OwnWords(
                        string(node, "outlet"),
                        LocalDate.parse(node.path("date").asText()),
                        string(node, "reference")));
        return new Purchase.Original(purchase, string(node, "line"));
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String string(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        String text = string(node, name);
        return text == null ? null : new BigDecimal(text);
    }
}
