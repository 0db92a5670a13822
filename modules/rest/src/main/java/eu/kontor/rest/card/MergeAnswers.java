package eu.kontor.rest.card;

import eu.kontor.checkout.api.Merges.Comparison;
import eu.kontor.checkout.api.Merges.Merged;
import eu.kontor.checkout.api.Merges.Parting;
import eu.kontor.checkout.api.Merges.Side;
import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.MemberLinks.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two members who are one person, as the API shows them. */
public final class MergeAnswers {

    private MergeAnswers() {}

    /** What an account has. */
    @Schema(name = "MergeBalance")
    public record BalanceAnswer(
            @Schema(examples = "1250") long available,
            @Schema(description = "points that can be spent later", examples = "0") long pending,
            @Schema(description = "points of redemptions under way", examples = "0") long held,
            @Schema(description = "what the next earnings repay first", examples = "0") long debt) {

        static BalanceAnswer of(MemberBalance balance) {
            return new BalanceAnswer(
                    balance.available().value(),
                    balance.pending().value(),
                    balance.held().value(),
                    balance.debt().value());
        }
    }

    /** One of the two members. */
    @Schema(name = "MergeSide")
    public record SideAnswer(
            @Schema(examples = "Ana Sousa") String name,
            @Schema(examples = "2024-05-01") LocalDate memberSince,
            @Schema(description = "at the caller's brand", examples = "gold") String tier,
            List<String> cards,
            BalanceAnswer balance) {

        static SideAnswer of(Side side) {
            return new SideAnswer(
                    side.member().name(),
                    side.member().memberSince(),
                    side.member().tier(),
                    side.member().cards().stream()
                            .map(card -> card.number().value())
                            .toList(),
                    BalanceAnswer.of(side.balance()));
        }
    }

    /** Both, and what the person would have. */
    @Schema(name = "MergeComparison")
    public record ComparisonAnswer(
            SideAnswer merged,
            SideAnswer surviving,
            @Schema(description = "what the person would have; absent where they cannot be merged") BalanceAnswer after,
            @Schema(description = "why they cannot be merged", examples = "member-merged") String problem,
            @Schema(description = "the same in words") String detail) {

        static ComparisonAnswer of(Comparison comparison, Locale language) {
            Optional<Refusal> refusal = comparison.refusal();
            return new ComparisonAnswer(
                    SideAnswer.of(comparison.merged()),
                    SideAnswer.of(comparison.surviving()),
                    comparison.after().map(BalanceAnswer::of).orElse(null),
                    refusal.map(why -> why.code().slug()).orElse(null),
                    refusal.map(why -> why.sentence(language)).orElse(null));
        }
    }

    /** A merge, and whether it was undone. */
    @Schema(name = "Merge")
    public record MergeAnswer(
            @Schema(description = "a card of the merged member", examples = "9724010000000015") String card,
            @Schema(description = "a card of the one who stays", examples = "9724010000000023") String into,
            Instant mergedAt,
            @Schema(description = "until when it can be undone") Instant undoableUntil,
            @Schema(examples = "two sign-ups of one guest, passport seen") String reason,
            @Schema(description = "points that went along", examples = "400") long points,
            @Schema(description = "debt that went along", examples = "0") long debt,
            @Schema(description = "absent while it stands") Instant undoneAt,
            @Schema(description = "why it was undone") String undoReason,
            @Schema(description = "points that came back", examples = "400") Long pointsBack,
            @Schema(description = "debt that came back", examples = "0") Long debtBack) {

        static MergeAnswer of(Link link) {
            return new MergeAnswer(
                    link.card().value(),
                    link.survivingCard().value(),
                    link.mergedAt(),
                    link.undoable(),
                    link.reason(),
                    link.points().value(),
                    link.debt().value(),
                    link.undone().map(undone -> undone.at()).orElse(null),
                    link.undone().map(undone -> undone.reason()).orElse(null),
                    link.undone().map(undone -> undone.points().value()).orElse(null),
                    link.undone().map(undone -> undone.debt().value()).orElse(null));
        }
    }

    /** What was done, and what the member who stays has now. */
    @Schema(name = "MergeReceipt")
    public record ReceiptAnswer(
            MergeAnswer merge,
            @Schema(examples = "1650") long availableAfter,
            @Schema(examples = "0") long debtAfter,
            @Schema(description = "it was done before: the first answer again") boolean replayed) {

        static ReceiptAnswer of(Merged merged) {
            return new ReceiptAnswer(
                    MergeAnswer.of(merged.link()),
                    merged.available().value(),
                    merged.debt().value(),
                    merged.replayed());
        }
    }

    /** What undoing it would do. */
    @Schema(name = "MergeParting")
    public record PartingAnswer(
            MergeAnswer merge,
            @Schema(description = "what the merged member would have") BalanceAnswer merged,
            @Schema(description = "what the one who stays would have") BalanceAnswer surviving,
            @Schema(description = "why it cannot be undone", examples = "merge-too-old") String problem,
            @Schema(description = "the same in words") String detail) {

        static PartingAnswer of(Parting parting, Locale language) {
            return new PartingAnswer(
                    MergeAnswer.of(parting.link()),
                    BalanceAnswer.of(parting.merged()),
                    BalanceAnswer.of(parting.surviving()),
                    parting.refusal().map(why -> why.code().slug()).orElse(null),
                    parting.refusal().map(why -> why.sentence(language)).orElse(null));
        }
    }

    /** Newest first. */
    @Schema(name = "Merges")
    public record MergesAnswer(List<MergeAnswer> merges) {}
}
