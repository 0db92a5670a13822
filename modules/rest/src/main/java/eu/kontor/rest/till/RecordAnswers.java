package eu.kontor.rest.till;

import eu.kontor.checkout.api.TillRecords.GiftRecord;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.checkout.api.TillRecords.ReturnedRedemption;
import eu.kontor.checkout.api.TillRecords.ReversalRecord;
import eu.kontor.rest.till.EarningAnswer.Money;
import eu.kontor.rest.till.TillAnswers.VisitAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What tills asked and were told, read afterwards. */
public final class RecordAnswers {

    private RecordAnswers() {}

    /** Purchases that were sent with the same words. */
    @Schema(name = "FiledPurchases")
    public record VisitsAnswer(
            @Schema(description = "the newest first; more than one if the till used the same words twice")
                    List<VisitAnswer> purchases) {}

    /** Redemptions that were sent with the same words. */
    @Schema(name = "FiledRedemptions")
    public record RedemptionsAnswer(
            @Schema(description = "the newest first; more than one if the till used the same words twice")
                    List<RedemptionRecordAnswer> redemptions) {}

    /** A reversal as it was answered. */
    @Schema(name = "FiledReversal")
    public record ReversalRecordAnswer(
            @Schema(examples = "1z-4gk9") String id,
            @Schema(examples = "1z-4gk2") String purchase,
            @Schema(
                            description = "like all that follows it absent for a reversal of before answers were kept",
                            examples = "2026-10-31")
                    LocalDate businessDate,
            @Schema(description = "that took it back; absent if nobody said", examples = "shop") String outlet,
            @Schema(description = "empty if the till sent none", examples = "T1-000129") String reference,
            @Schema(description = "why, if somebody said so; else empty", examples = "wrong size") String reason,
            @Schema(description = "paid back; absent where all that was left came back without telling an amount")
                    Money amount,
            @Schema(
                            description =
                                    "what of the amount points had not paid; absent where the purchase came back without its ticket")
                    Money toRefund,
            @Schema(description = "points taken from the balance", examples = "124") Long takenBack,
            @Schema(description = "points of it that had been spent", examples = "0") Long owed,
            @Schema(description = "what the member owed right after it", examples = "0") Long debtAfter,
            @Schema(examples = "1716") Long availableAfter,
            @Schema(examples = "2026-10-31T18:04:05Z") Instant postedAt) {

        static ReversalRecordAnswer of(ReversalRecord record) {
            String id = record.id().text();
            String purchase = record.purchase().text();
            return record.told()
                    .map(told -> new ReversalRecordAnswer(
                            id,
                            purchase,
                            told.businessDate(),
                            told.outlet().orElse(null),
                            told.reference(),
                            told.reason(),
                            told.amount().map(Money::of).orElse(null),
                            told.toRefund().map(Money::of).orElse(null),
                            told.takenBack().value(),
                            told.owed().value(),
                            told.debtAfter().value(),
                            told.availableAfter().value(),
                            told.postedAt()))
                    .orElseGet(() -> new ReversalRecordAnswer(
                            id, purchase, null, null, null, null, null, null, null, null, null, null, null));
        }
    }

    /** A redemption from its hold to its end. */
    @Schema(name = "FiledRedemption")
    public record RedemptionRecordAnswer(
            @Schema(description = "of the authorization", examples = "1z-4gl0") String id,
            @Schema(
                            enumeration = {"authorized", "captured", "voided", "expired"},
                            examples = "captured")
                    String state,
            @Schema(examples = "9724010000000013") String card,
            @Schema(examples = "bar") String outlet,
            @Schema(examples = "2026-10-31") LocalDate businessDate,
            @Schema(description = "empty if the till sent none", examples = "T1-000124") String reference,
            @Schema(description = "that were held", examples = "500") long points,
            @Schema(description = "what they pay") Money value,
            @Schema(description = "after the hold", examples = "1216") long availableAfter,
            @Schema(examples = "2026-10-31T18:04:05Z") Instant postedAt,
            @Schema(description = "until when it could be captured", examples = "2026-10-31T18:19:05Z") Instant expires,
            @Schema(description = "absent while it is authorized, and when it expired") RedemptionEndAnswer end,
            @Schema(description = "what came back of it, the oldest first") List<ReturnedAnswer> returns,
            @Schema(description = "of what was captured, that can still be returned", examples = "200")
                    long pointsLeft) {

        static RedemptionRecordAnswer of(RedemptionRecord record) {
            return new RedemptionRecordAnswer(
                    record.hold().text(),
                    record.state(),
                    record.card().value(),
                    record.outlet(),
                    record.businessDate(),
                    record.reference(),
                    record.points().value(),
                    record.value().map(Money::of).orElse(null),
                    record.availableAfter().value(),
                    record.postedAt(),
                    record.expires(),
                    record.end()
                            .map(end -> new RedemptionEndAnswer(
                                    end.businessDate(),
                                    end.outlet().orElse(null),
                                    end.reference(),
                                    end.points().value(),
                                    end.value().map(Money::of).orElse(null),
                                    end.availableAfter().value(),
                                    end.postedAt()))
                            .orElse(null),
                    record.returns().stream().map(ReturnedAnswer::of).toList(),
                    record.pointsLeft().value());
        }
    }

    /** How a hold was captured or voided. */
    @Schema(name = "FiledRedemptionEnd")
    public record RedemptionEndAnswer(
            @Schema(examples = "2026-10-31") LocalDate businessDate,
            @Schema(description = "that captured it; absent if nobody said", examples = "bar") String outlet,
            @Schema(description = "of the capture; empty if the till sent none", examples = "T1-000125")
                    String reference,
            @Schema(description = "redeemed or released", examples = "500") long points,
            @Schema(description = "what they paid; absent when voided") Money value,
            @Schema(examples = "1216") long availableAfter,
            @Schema(examples = "2026-10-31T18:05:00Z") Instant postedAt) {}

    /** What came back of a redemption. */
    @Schema(name = "FiledReturn")
    public record ReturnedAnswer(
            @Schema(examples = "1z-4gl7") String id,
            @Schema(examples = "2026-10-31") LocalDate businessDate,
            @Schema(description = "that took it back; absent if nobody said", examples = "bar") String outlet,
            @Schema(description = "empty if the till sent none", examples = "T1-000130") String reference,
            @Schema(description = "why, if somebody said so; else empty", examples = "the dinner was called off")
                    String reason,
            @Schema(examples = "300") long points,
            @Schema(description = "what they had paid; absent where nobody knows it") Money value,
            @Schema(description = "what the member owed right after it", examples = "0") long debtAfter,
            @Schema(examples = "1516") long availableAfter,
            @Schema(examples = "2026-10-31T18:09:00Z") Instant postedAt) {

        static ReturnedAnswer of(ReturnedRedemption back) {
            return new ReturnedAnswer(
                    back.id().text(),
                    back.businessDate(),
                    back.outlet().orElse(null),
                    back.reference(),
                    back.reason(),
                    back.points().value(),
                    back.value().map(Money::of).orElse(null),
                    back.debtAfter().value(),
                    back.availableAfter().value(),
                    back.postedAt());
        }
    }

    /** A gift as the till asked for it, and what the giver had left. */
    @Schema(name = "FiledGift")
    public record GiftRecordAnswer(
            @Schema(examples = "1z-4gm0") String id,
            @Schema(description = "of the giver", examples = "9724010000000013") String card,
            @Schema(description = "as the till sent it", examples = "9724010000000021") String recipientCard,
            @Schema(examples = "bar") String outlet,
            @Schema(examples = "2026-10-31") LocalDate businessDate,
            @Schema(examples = "500") long points,
            @Schema(description = "what the giver had left", examples = "1216") long availableAfter,
            @Schema(examples = "2026-10-31T18:04:05Z") Instant postedAt) {

        static GiftRecordAnswer of(GiftRecord record) {
            return new GiftRecordAnswer(
                    record.id().text(),
                    record.card().value(),
                    record.recipientCard().value(),
                    record.outlet(),
                    record.businessDate(),
                    record.points().value(),
                    record.availableAfter().value(),
                    record.postedAt());
        }
    }
}
