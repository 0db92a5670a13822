package eu.kontor.rest.feed;

import eu.kontor.feeds.api.HeldCorrections.Decision;
import eu.kontor.feeds.api.HeldCorrections.HeldCorrection;
import eu.kontor.feeds.api.HeldCorrections.Version;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Corrections in files that wait, and what becomes of them. */
public final class HeldAnswers {

    private HeldAnswers() {}

    /** Which of them. */
    @Schema(name = "HeldCorrectionsChosen")
    public record Chosen(@Schema(description = "at most 200", required = true, examples = "[12, 15]") List<Long> ids) {

        List<Long> all() {
            return ids == null
                    ? List.of()
                    : ids.stream().filter(Objects::nonNull).toList();
        }
    }

    /** One line that waits. */
    @Schema(name = "HeldCorrection")
    public record HeldAnswer(
            @Schema(examples = "12") long id,
            @Schema(
                            enumeration = {"sale", "called-off", "refund", "redemption", "redemption-called-off"},
                            description =
                                    "what the line is: a sale or redemption with other content, or a state that takes it back")
                    String kind,
            @Schema(examples = "bar") String outlet,
            LocalDate businessDate,
            @Schema(examples = "T1-000123") String reference,
            @Schema(description = "the import in which it came first", examples = "17") long feed,
            @Schema(examples = "bar-2026-10-31.csv") String fileName,
            @Schema(examples = "7") long line,
            @Schema(description = "the line as it stands in the file") String text,
            @Schema(description = "what is posted now; absent when nothing is any more") VersionAnswer standing,
            @Schema(description = "what the line says; absent when it takes everything back") VersionAnswer says,
            Instant heldAt) {

        static HeldAnswer of(HeldCorrection held) {
            return new HeldAnswer(
                    held.id(),
                    held.kind().slug(),
                    held.outlet(),
                    held.businessDate(),
                    held.reference(),
                    held.feed(),
                    held.fileName(),
                    held.line(),
                    held.text(),
                    held.standing().map(VersionAnswer::of).orElse(null),
                    held.says().map(VersionAnswer::of).orElse(null),
                    held.heldAt());
        }
    }

    /** A ticket as it is posted, or as a line says it. */
    @Schema(name = "TicketVersion")
    public record VersionAnswer(
            @Schema(examples = "9724010000000013") String card,
            @Schema(examples = "12.50") BigDecimal amount,
            @Schema(examples = "EUR") String currency,
            @Schema(description = "earned, or of a redemption taken", examples = "125") Long points) {

        static VersionAnswer of(Version version) {
            return new VersionAnswer(
                    version.card(),
                    version.amount().map(MoneyAmount::amount).orElse(null),
                    version.amount()
                            .map(money -> money.currency().getCurrencyCode())
                            .orElse(null),
                    version.points().map(Points::value).orElse(null));
        }
    }

    /** A page of them, newest first. */
    @Schema(name = "HeldCorrections")
    public record HeldListAnswer(
            List<HeldAnswer> held,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}

    /** What became of one. */
    @Schema(name = "HeldDecision")
    public record DecisionAnswer(
            @Schema(examples = "12") long id,
            @Schema(enumeration = {"posted", "discarded", "refused"}) String outcome,
            @Schema(description = "why it was refused; it waits still, unless somebody else has decided")
                    String reason) {

        static DecisionAnswer of(Decision decision) {
            return new DecisionAnswer(
                    decision.id(),
                    decision.outcome().name().toLowerCase(Locale.ROOT),
                    decision.reason().orElse(null));
        }
    }

    /** In the order in which they were chosen. */
    @Schema(name = "HeldDecisions")
    public record DecisionsAnswer(List<DecisionAnswer> decisions) {}
}
