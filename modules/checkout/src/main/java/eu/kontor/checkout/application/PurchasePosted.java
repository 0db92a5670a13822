package eu.kontor.checkout.application;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import eu.kontor.checkout.api.TillTopics;
import eu.kontor.checkout.application.SaleItem.CheckedSale;
import eu.kontor.checkout.domain.AwardPolicy;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Posting.Effect;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What rides in the outbox beside a purchase's posting, in compact JSON: {@code c} card, {@code o} outlet id, {@code b}
 * business date, {@code t} time, {@code a} amount, {@code u} currency, {@code l} lines [sku, category, quantity, amount],
 * and where the till said more of a line [kind, id, net, gross] behind them,
 * {@code r} reference, {@code p} points, {@code v} program version, {@code x} parts [rule, basis, rate, exact points], those of
 * promotions with [points, weights of the lines] behind them.
 * Where the award is not that of {@link AwardPolicy}, {@code w} has its parts [points, pocket's code, funder, rule]; of all others
 * the version says them, and no purchase carries them twice. {@code k} are categories that
 * the program did not know, where there are any. {@code h} is the number of the hold by which points paid for a part of
 * it. Where the member owed: {@code y} repaid, {@code d} debt after it.
 * Member and posting are the message's own.
 */
final class PurchasePosted {

    private static final JsonFactory JSON = new JsonFactory();

    private PurchasePosted() {}

    /** @param told hears what the posting did, before it is known whether it stands */
    static Note of(
            TenantId tenant,
            CheckedSale sale,
            Earning earning,
            List<AwardPart> award,
            List<String> categoriesUnknown,
            Optional<PostingId> hold,
            Consumer<Effect> told) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, sale, earning);
            if (!award.equals(AwardPolicy.award(tenant, sale.program(), earning.points()))) {
                writeAward(json, award);
            }
            if (!categoriesUnknown.isEmpty()) {
                json.writeArrayFieldStart("k");
                for (String category : categoriesUnknown) {
                    json.writeString(category);
                }
                json.writeEndArray();
            }
            if (hold.isPresent()) {
                json.writeNumberField("h", hold.get().number());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String content = text.toString();
        return new Note(TillTopics.PURCHASE_POSTED, effect -> {
            told.accept(effect);
            return withDebt(content, effect);
        });
    }

    /** Nearly nobody owes anything: only then it is said, behind what was written while nobody was locked. */
    private static String withDebt(String content, Effect effect) {
        if (effect.repaid().isZero() && effect.debtAfter().isZero()) {
            return content;
        }
        return content.substring(0, content.length() - 1) + ",\"y\":"
                + effect.repaid().value() + ",\"d\":" + effect.debtAfter().value() + "}";
    }

    private static void write(JsonGenerator json, CheckedSale sale, Earning earning) throws IOException {
        var purchase = sale.purchase();
        json.writeStartObject();
        json.writeStringField("c", sale.card().value());
        json.writeNumberField("o", purchase.outlet().id());
        json.writeStringField("b", purchase.businessDate().toString());
        if (purchase.businessTime().isPresent()) {
            json.writeStringField("t", purchase.businessTime().get().toString());
        }
        json.writeStringField("a", purchase.amount().amount().toPlainString());
        json.writeStringField("u", purchase.currency().getCurrencyCode());
        json.writeArrayFieldStart("l");
        for (int i = 0; i < purchase.lines().size(); i++) {
            writeLine(json, i + 1, purchase.lines().get(i));
        }
        json.writeEndArray();
        json.writeStringField("r", sale.reference());
        writeReason(json, earning);
    }

    private static void writeLine(JsonGenerator json, int place, CheckedLine line) throws IOException {
        json.writeStartArray();
        json.writeString(line.sku());
        json.writeString(line.category());
        json.writeString(line.quantity().toPlainString());
        json.writeString(line.amount().amount().toPlainString());
        if (!line.isPlain(place)) {
            json.writeString(line.kind().word());
            json.writeString(line.id());
            json.writeString(line.net().map(net -> net.amount().toPlainString()).orElse(""));
            json.writeString(
                    line.gross().map(gross -> gross.amount().toPlainString()).orElse(""));
        }
        json.writeEndArray();
    }

    private static void writeReason(JsonGenerator json, Earning earning) throws IOException {
        json.writeNumberField("p", earning.points().value());
        json.writeNumberField("v", earning.programVersion());
        json.writeArrayFieldStart("x");
        for (Earning.Part part : earning.parts()) {
            json.writeStartArray();
            json.writeString(part.rule());
            json.writeString(part.basis().amount().toPlainString());
            json.writeString(part.pointsPerUnit().toPlainString());
            json.writeString(part.exactPoints().toPlainString());
            json.writeEndArray();
        }
        for (Earning.Promoted promoted : earning.promoted()) {
            writePromoted(json, promoted);
        }
        json.writeEndArray();
    }

    /** A promotion has no rate: what it gives is in its version. */
    private static void writePromoted(JsonGenerator json, Earning.Promoted promoted) throws IOException {
        json.writeStartArray();
        json.writeString(promoted.promotion());
        json.writeString(promoted.basis().amount().toPlainString());
        json.writeString("0");
        json.writeString(promoted.exactPoints().toPlainString());
        json.writeNumber(promoted.points().value());
        json.writeStartArray();
        for (Long weight : promoted.weights()) {
            json.writeNumber(weight);
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private static void writeAward(JsonGenerator json, List<AwardPart> award) throws IOException {
        json.writeArrayFieldStart("w");
        for (AwardPart part : award) {
            json.writeStartArray();
            json.writeNumber(part.points().value());
            json.writeNumber(part.pocket().code());
            json.writeNumber(part.funder().value());
            json.writeString(part.rule());
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
