package eu.kontor.checkout.application;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import eu.kontor.checkout.api.TillTopics;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.GiftItem.CheckedGift;
import eu.kontor.checkout.application.RedemptionItem.CheckedRedemption;
import eu.kontor.checkout.application.RedemptionReturnItem.CheckedReturn;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Posting.Effect;
import eu.kontor.ledger.api.Posting.Effect.Back;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What rides in the outbox beside postings that are not purchases, in compact JSON: what was asked, and the answer as it was given
 * first. {@code c} card, {@code z} the recipient's card, {@code o} outlet id, {@code b} business date, {@code r} reference,
 * {@code p} points, {@code a} and {@code u} what they pay and its currency, {@code x} when a hold expires, {@code n} the number of
 * the purchase or hold that it is about, {@code s} state, {@code d} debt after it, {@code e} available after it, {@code i} when;
 * of a reversal also {@code w} owed for it, {@code y} expired of it, {@code f} nothing is left of the purchase, {@code l} lines
 * [place, thousandths], and {@code q} what of its amount is refunded in money, where its ticket came back; {@code g} the reason of a return.
 * Member and posting are the message's own.
 */
final class TillMessages {

    private static final JsonFactory JSON = new JsonFactory();

    private TillMessages() {}

    static Note reversed(CheckedRefund refund) {
        return reversed(refund, back -> {});
    }

    /** @param told hears what came back, before it is known whether it stands */
    static Note reversed(CheckedRefund refund, Consumer<Back> told) {
        return note(TillTopics.PURCHASE_REVERSED, (json, effect) -> {
            Back back = effect.back().orElseThrow();
            told.accept(back);
            json.writeNumberField("n", refund.purchase().number());
            stamp(json, refund.stamp());
            json.writeNumberField("d", effect.debtAfter().value());
            json.writeNumberField("w", back.owed().value());
            json.writeNumberField("y", back.expired().value());
            json.writeBooleanField("f", back.isLast());
            value(json, amount(refund, back));
            if (refund.ticket().isPresent()) {
                json.writeStringField(
                        "q", refund.ticket().get().toRefund(back).amount().toPlainString());
            }
            if (refund.returned().isPresent()) {
                units(json, refund.returned().get());
            }
        });
    }

    /** Unknown where everything that was left came back and nobody looked what was sold. */
    private static Optional<MoneyAmount> amount(CheckedRefund refund, Back back) {
        return refund.ticket().map(ticket -> ticket.amount(back)).or(() -> refund.returned()
                .map(told -> {
                    Currency currency = refund.currency().orElseThrow();
                    return new MoneyAmount(
                            BigDecimal.valueOf(back.amount(), currency.getDefaultFractionDigits()), currency);
                }));
    }

    private static void stamp(JsonGenerator json, CheckedStamp stamp) throws IOException {
        json.writeStringField("b", stamp.businessDate().toString());
        json.writeNumberField("o", stamp.outlet());
        json.writeStringField("r", stamp.reference());
        if (!stamp.reason().isEmpty()) {
            json.writeStringField("g", stamp.reason());
        }
    }

    /** By the lines' places, in thousandths. */
    private static void units(JsonGenerator json, Returned returned) throws IOException {
        json.writeArrayFieldStart("l");
        for (Map.Entry<Integer, Long> line : new TreeMap<>(returned.units()).entrySet()) {
            json.writeStartArray();
            json.writeNumber(line.getKey());
            json.writeNumber(line.getValue());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    static Note held(CheckedRedemption redemption) {
        return note(TillTopics.REDEMPTION_HELD, (json, effect) -> {
            json.writeStringField("c", redemption.card().value());
            json.writeNumberField("o", redemption.outlet());
            json.writeStringField("b", redemption.businessDate().toString());
            json.writeStringField("r", redemption.reference());
            value(json, redemption.value());
            json.writeStringField("x", redemption.expires().toString());
        });
    }

    /** @param value of the points that were captured */
    static Note captured(PostingId hold, CheckedStamp stamp, Function<Points, Optional<MoneyAmount>> value) {
        return note(TillTopics.REDEMPTION_ENDED, (json, effect) -> {
            ended(json, hold, "captured", stamp.businessDate());
            json.writeNumberField("o", stamp.outlet());
            json.writeStringField("r", stamp.reference());
            value(json, value.apply(effect.points()));
        });
    }

    static Note voided(PostingId hold, LocalDate businessDate) {
        return note(TillTopics.REDEMPTION_ENDED, (json, effect) -> ended(json, hold, "voided", businessDate));
    }

    static Note returned(CheckedReturn back) {
        return note(TillTopics.REDEMPTION_RETURNED, (json, effect) -> {
            json.writeNumberField("n", back.hold().number());
            stamp(json, back.stamp());
            json.writeNumberField("d", effect.debtAfter().value());
            value(json, back.value().apply(effect.points()));
        });
    }

    static Note given(CheckedGift gift) {
        return note(TillTopics.POINTS_GIVEN, (json, effect) -> {
            json.writeStringField("c", gift.giver().value());
            json.writeStringField("z", gift.recipient().value());
            json.writeNumberField("o", gift.outlet());
            json.writeStringField("b", gift.businessDate().toString());
        });
    }

    private static void ended(JsonGenerator json, PostingId hold, String state, LocalDate businessDate)
            throws IOException {
        json.writeNumberField("n", hold.number());
        json.writeStringField("s", state);
        json.writeStringField("b", businessDate.toString());
    }

    private static void value(JsonGenerator json, Optional<MoneyAmount> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField("a", value.get().amount().toPlainString());
            json.writeStringField("u", value.get().currency().getCurrencyCode());
        }
    }

    private static Note note(String topic, Content content) {
        return new Note(topic, effect -> {
            StringWriter text = new StringWriter(256);
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                content.write(json, effect);
                json.writeNumberField("p", effect.points().value());
                json.writeNumberField("e", effect.availableAfter().value());
                json.writeStringField("i", effect.postedAt().toString());
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        });
    }

    private interface Content {
        void write(JsonGenerator json, Effect effect) throws IOException;
    }
}
