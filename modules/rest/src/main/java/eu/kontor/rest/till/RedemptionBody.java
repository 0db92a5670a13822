package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member wants to pay with points. */
@Schema(name = "Redemption")
public record RedemptionBody(
        @Schema(examples = "9724010000000013", required = true) String card,
        @Schema(examples = "bar", required = true) String outlet,
        @Schema(description = "at least the program's minimum", examples = "500", required = true) Long points,
        @Schema(description = "of the till, for the value", examples = "EUR", required = true) String currency,
        @Schema(
                        description =
                                "the member's; needed from so many points on as the coalition says, or fewer by the tenant's program",
                        examples = "471183")
                String confirmationCode,
        @Schema(examples = "T1-000124") String reference,
        @Schema(description = "the day at the outlet; today when absent", examples = "2026-10-31")
                LocalDate businessDate) {

    /** Fewer points than were authorized. */
    @Schema(name = "Capture")
    public record CaptureBody(
            @Schema(description = "all authorized points when absent", examples = "300") Long points,
            @Schema(description = "the day at the outlet; today when absent", examples = "2026-10-31")
                    LocalDate businessDate,
            @Schema(description = "where it is captured", examples = "bar") String outlet,
            @Schema(description = "the till's own reference of the capture", examples = "T1-000125") String reference) {

        TillStamp stamp() {
            return RedemptionBody.stamp(businessDate, outlet, reference, null);
        }
    }

    /** What comes back of a redemption. */
    @Schema(name = "RedemptionReturn")
    public record ReturnBody(
            @Schema(description = "all that did not come back yet when absent", examples = "300") Long points,
            @Schema(description = "the day of the return at the outlet; today when absent", examples = "2026-10-31")
                    LocalDate businessDate,
            @Schema(description = "that takes it back, any of the tenant's", examples = "bar") String outlet,
            @Schema(description = "the till's own reference of the return", examples = "T1-000130") String reference,
            @Schema(
                            description = "why, in the words of whoever takes it back, at most 160 characters",
                            examples = "the dinner was called off")
                    String reason) {

        static final ReturnBody OF_ALL = new ReturnBody(null, null, null, null, null);

        /** The redemption as the till calls it, and what of it comes back. */
        @Schema(name = "RedemptionReturnByWords")
        public record ByWords(
                @Schema(required = true) RedemptionWords redemption,
                @Schema(description = "all that did not come back yet when absent") ReturnBody returned) {

            OriginalRedemption original() {
                if (redemption == null) {
                    throw new Refusal(RefusalCode.FIELD_MISSING, "field", "redemption");
                }
                return new OriginalRedemption.ByOwnWords(
                        new OwnWords(redemption.outlet(), redemption.businessDate(), redemption.reference()));
            }

            ReturnBody back() {
                return returned == null ? OF_ALL : returned;
            }
        }

        /** A till's own words for a redemption. */
        @Schema(name = "RedemptionWords")
        public record RedemptionWords(
                @Schema(description = "where it was authorized", examples = "bar", required = true) String outlet,
                @Schema(examples = "2026-10-31", required = true) LocalDate businessDate,
                @Schema(examples = "T1-000124", required = true) String reference) {}

        TillStamp stamp() {
            return RedemptionBody.stamp(businessDate, outlet, reference, reason);
        }
    }

    private static TillStamp stamp(LocalDate businessDate, String outlet, String reference, String reason) {
        return new TillStamp(
                Optional.ofNullable(businessDate),
                Optional.ofNullable(outlet),
                Optional.ofNullable(reference),
                Optional.ofNullable(reason));
    }

    /** The same under another key would be held again. */
    boolean hasNoReference() {
        return reference == null || reference.isBlank();
    }

    RedemptionRequest as(String requestKey) {
        return new RedemptionRequest(
                requestKey,
                card,
                outlet,
                points(points).orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "points")),
                currency,
                Optional.ofNullable(confirmationCode),
                reference,
                Optional.ofNullable(businessDate));
    }

    /** @throws Refusal {@code POINTS_NOT_POSITIVE}, {@code FIELD_MALFORMED} for what no balance can ever hold */
    static Optional<Points> points(Long points) {
        if (points != null && points < 0) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        if (points != null && points > Points.MAX) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "points",
                    "value",
                    points,
                    "expected",
                    Phrase.of("at-most", Points.MAX));
        }
        return Optional.ofNullable(points).map(Points::of);
    }
}
