package eu.kontor.rest.correction;

import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.Person;
import eu.kontor.checkout.api.Corrections.TakingBack;
import eu.kontor.checkout.api.Corrections.Wish;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked and answered of corrections. */
public final class CorrectionBodies {

    private CorrectionBodies() {}

    /** Points for a member without a purchase. */
    @Schema(name = "Correction")
    public record CorrectionBody(
            @Schema(examples = "9724010000000013", required = true) String card,
            @Schema(examples = "300", required = true) Long points,
            @Schema(description = "a code of the brand's list", examples = "wait", required = true) String reason,
            @Schema(description = "in own words, at most 160 characters", examples = "the coffee machine broke")
                    String note,
            @Schema(
                            description = "who pays: the brand when absent; only the operator may say operator",
                            enumeration = {"brand", "operator"},
                            examples = "brand")
                    String paidBy) {

        Wish as(String key) {
            return new Wish(key, card, wanted(), reason, note, isByOperator());
        }

        private Points wanted() {
            if (points == null) {
                throw new Refusal(RefusalCode.FIELD_MISSING, "field", "points");
            }
            if (points <= 0 || points > Points.MAX) {
                throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
            }
            return Points.of(points);
        }

        private boolean isByOperator() {
            return switch (paidBy == null ? "brand" : paidBy) {
                case "brand" -> false;
                case "operator" -> true;
                default ->
                    throw new Refusal(
                            RefusalCode.FIELD_MALFORMED,
                            "field",
                            "paidBy",
                            "value",
                            paidBy,
                            "expected",
                            Phrase.of("one-of", "brand, operator"));
            };
        }
    }

    /** Why a correction is taken back. */
    @Schema(name = "CorrectionTakenBack")
    public record TakeBackBody(
            @Schema(description = "a code of the brand's list", examples = "mistake", required = true) String reason,
            @Schema(description = "in own words, at most 160 characters", examples = "the wrong guest") String note) {

        TakingBack as(String key, long id) {
            return new TakingBack(key, id, reason, note);
        }
    }

    /** Why a correction is declined. */
    @Schema(name = "CorrectionDeclined")
    public record DeclineBody(
            @Schema(description = "in own words, at most 160 characters", examples = "no such visit") String why) {}

    /** Some of them. */
    @Schema(name = "Corrections")
    public record CorrectionsAnswer(
            @Schema(description = "what waits for somebody first, then the newest")
                    List<CorrectionAnswer> corrections) {}

    /** What became of a correction. */
    @Schema(name = "CorrectionState")
    public record CorrectionAnswer(
            @Schema(examples = "17") long id,
            @Schema(
                            description =
                                    "proposed waits for a second person; approved was not posted yet: send the request again",
                            enumeration = {"proposed", "approved", "posted", "declined"},
                            examples = "posted")
                    String state,
            @Schema(examples = "9724010000000013") String card,
            @Schema(examples = "300") long points,
            @Schema(description = "the correction that this one takes back; absent for one that gives", examples = "16")
                    Long takesBack,
            @Schema(description = "another one takes this one back") boolean takenBack,
            @Schema(examples = "wait") String reason,
            @Schema(examples = "the coffee machine broke") String note,
            @Schema(
                            enumeration = {"brand", "operator"},
                            examples = "brand")
                    String paidBy,
            @Schema(examples = "2026-10-31") LocalDate businessDate,
            @Schema(description = "who wanted it", examples = "Joana Pires") String proposedBy,
            @Schema(examples = "2026-10-31T18:04:05Z") Instant proposedAt,
            @Schema(
                            description = "who approved or declined; absent for what was within the limit",
                            examples = "Inês Valente")
                    String decidedBy,
            @Schema(examples = "2026-10-31T18:20:00Z") Instant decidedAt,
            @Schema(description = "why it was declined", examples = "no such visit") String decision,
            @Schema(description = "by which it was posted; absent while it is not", examples = "1z-4gm0")
                    String posting,
            @Schema(
                            description = "points that were moved: fewer where they are taken back and had been spent",
                            examples = "300")
                    Long moved) {

        static CorrectionAnswer of(Correction correction) {
            return new CorrectionAnswer(
                    correction.id(),
                    correction.state().name().toLowerCase(Locale.ROOT),
                    correction.card().value(),
                    correction.points().value(),
                    correction.undoes().orElse(null),
                    correction.takenBack(),
                    correction.reason(),
                    correction.note(),
                    correction.byOperator() ? "operator" : "brand",
                    correction.businessDate(),
                    correction.proposedBy().name(),
                    correction.proposedBy().at(),
                    correction.decidedBy().map(Person::name).orElse(null),
                    correction.decidedBy().map(Person::at).orElse(null),
                    correction.decision(),
                    correction.posting().map(PostingId::text).orElse(null),
                    correction.moved().map(Points::value).orElse(null));
        }
    }

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    static Optional<TenantSlug> tenant(String slug) {
        if (slug == null || slug.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TenantSlug(slug));
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", slug);
        }
    }

    /** @throws Refusal {@code CORRECTION_UNKNOWN} */
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.CORRECTION_UNKNOWN, "id", text);
        }
    }
}
