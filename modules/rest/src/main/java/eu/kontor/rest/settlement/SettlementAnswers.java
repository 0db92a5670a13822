package eu.kontor.rest.settlement;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.rest.card.CardAnswers.TransferAnswer;
import eu.kontor.rest.till.EarningAnswer.Money;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.settlement.api.Settlement.WithoutContract;
import eu.kontor.settlement.api.StatementDocuments.Letterhead;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Windows and statements: money is positive when the partner receives it. */
public final class SettlementAnswers {

    private SettlementAnswers() {}

    /** All windows, newest first. */
    @Schema(name = "SettlementWindows")
    public record WindowsAnswer(List<WindowAnswer> windows) {}

    /** A calendar month in the coalition's time zone. */
    @Schema(name = "SettlementWindow")
    public record WindowAnswer(
            @Schema(description = "its month", examples = "2026-10") String window,
            LocalDate firstDay,
            LocalDate lastDay,
            @Schema(
                            description = "ready: its last day is over, it may be closed",
                            enumeration = {"running", "ready", "closed"},
                            examples = "closed")
                    String state,
            Instant closedAt,
            @Schema(description = "partners with a statement", examples = "4") int statements,
            @Schema(examples = "812400") long pointsIssued,
            @Schema(examples = "120300") long pointsRedeemed,
            @Schema(
                            description =
                                    "what you receive, per currency, or pay where it is negative; as of now until the window is closed")
                    List<Money> received,
            @Schema(
                            description =
                                    "the first day by which something of it must be paid; absent until the window is closed")
                    LocalDate due,
            @Schema(description = "partners of the closed window whose points have no price yet", examples = "0")
                    int awaited) {

        static WindowAnswer of(WindowRow row) {
            return new WindowAnswer(
                    row.window().toString(),
                    row.firstDay(),
                    row.lastDay(),
                    row.state().name().toLowerCase(Locale.ROOT),
                    row.closedAt().orElse(null),
                    row.statements(),
                    row.issued(),
                    row.redeemed().value(),
                    row.received().stream().map(Money::of).toList(),
                    row.due().orElse(null),
                    row.awaited());
        }
    }

    /** One partner's account of one window. */
    @Schema(name = "Statement")
    public record StatementAnswer(
            @Schema(examples = "2026-10") String window,
            @Schema(
                            enumeration = {"running", "ready", "closed"},
                            examples = "closed")
                    String state,
            @Schema(description = "the tenant's slug", examples = "cafe") String partner,
            String partnerName,
            Instant closedAt,
            List<LineAnswer> lines,
            @Schema(description = "the sum of the lines; positive: the partner receives") Money net,
            @Schema(
                            description = "by which it is paid and asked about; absent until the window is closed",
                            examples = "2026-10-0003")
                    String number,
            @Schema(description = "by when it must be paid; absent until the window is closed") LocalDate due,
            @Schema(
                            description =
                                    "number and hash of the seal that closed the window, which never changes; of an open window the ledger's newest. "
                                            + "Absent before the first, and for some seconds after a close",
                            examples = "17:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                    String seal) {

        /** @param newest of the ledger, for a window that is open */
        static StatementAnswer of(
                Statement statement, TenantSlug partner, Letterhead letterhead, Optional<Seal> newest) {
            return new StatementAnswer(
                    statement.window().toString(),
                    statement.state().name().toLowerCase(Locale.ROOT),
                    partner.value(),
                    statement.partnerName(),
                    statement.closedAt().orElse(null),
                    statement.lines().stream()
                            .map(line -> new LineAnswer(
                                    line.kind().name().toLowerCase(Locale.ROOT),
                                    line.outlet().orElse(null),
                                    line.points().value(),
                                    line.transfers(),
                                    line.lateTransfers(),
                                    line.pricePerPoint(),
                                    Money.of(line.amount())))
                            .toList(),
                    Money.of(statement.net()),
                    letterhead.number().orElse(null),
                    statement.due().orElse(null),
                    (letterhead.number().isPresent() ? letterhead.seal() : newest)
                            .map(Seal::text)
                            .orElse(null));
        }
    }

    /** The newest of the chain of seals. */
    @Schema(name = "Seal")
    public record SealAnswer(
            @Schema(
                            description = "number and hash, as it is written down and handed over",
                            examples = "17:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                    String seal,
            @Schema(examples = "17") long number,
            @Schema(description = "64 hexadecimal digits, SHA-256") String hash,
            Instant sealedAt,
            @Schema(description = "how many transfers this seal covers itself; every seal stands for all before it too")
                    long transfers) {

        static SealAnswer of(Seal seal) {
            return new SealAnswer(seal.text(), seal.number(), seal.hash(), seal.sealedAt(), seal.transfers());
        }
    }

    /** One kind of transfer at one outlet and price. */
    @Schema(name = "StatementLine")
    public record LineAnswer(
            @Schema(examples = "earn") String kind,
            @Schema(examples = "bar") String outlet,
            long points,
            long transfers,
            @Schema(description = "of them with a business date before the window; gifts of older points are not late")
                    long lateTransfers,
            @Schema(examples = "0.00800000") BigDecimal pricePerPoint,
            @Schema(description = "points × price, rounded once per line; signed for the partner") Money amount) {}

    /** The transfers behind a statement, by business date and number. */
    @Schema(name = "StatementTransfers")
    public record StatementTransfersAnswer(
            List<TransferAnswer> transfers,
            @Schema(description = "the address of the next page; absent on the last one") String next) {}

    /** What a close froze. */
    @Schema(name = "Closing")
    public record ClosingAnswer(
            @Schema(examples = "2026-10") String window,
            @Schema(examples = "closed") String state,
            List<PartnerNetAnswer> partners,
            @Schema(description = "per currency minus the sum of the partners' nets: all cancel to zero")
                    List<Money> operatorNet,
            @Schema(description = "partners with points in the window whose statement waits for their contract")
                    List<WithoutContractAnswer> withoutContract) {

        /** @param language of the sentences that say what to do */
        public static ClosingAnswer of(Closing closing, Locale language) {
            return new ClosingAnswer(
                    closing.window().toString(),
                    closing.state().name().toLowerCase(Locale.ROOT),
                    closing.partners().stream()
                            .map(partner -> new PartnerNetAnswer(
                                    partner.name(),
                                    partner.issued(),
                                    partner.redeemed().value(),
                                    Money.of(partner.net()),
                                    partner.due().orElse(null)))
                            .toList(),
                    closing.operatorNet().values().stream()
                            .map((MoneyAmount net) -> Money.of(net))
                            .toList(),
                    closing.withoutContract().stream()
                            .map(partner -> WithoutContractAnswer.of(partner, closing.window(), language))
                            .toList());
        }
    }

    /** A partner that the close went on without. */
    @Schema(name = "PartnerWithoutContract")
    public record WithoutContractAnswer(
            String partnerName,
            long pointsIssued,
            long pointsRedeemed,
            @Schema(
                            description = "what to do, in the caller's language",
                            examples =
                                    "There are no contract terms for Café Central in 2026-10. Add them to the tenant's configuration.")
                    String detail) {

        static WithoutContractAnswer of(WithoutContract partner, YearMonth window, Locale language) {
            return new WithoutContractAnswer(
                    partner.name(),
                    partner.issued(),
                    partner.redeemed().value(),
                    partner.whatToDo(window).sentence(language));
        }
    }

    /** A partner's result. */
    @Schema(name = "PartnerNet")
    public record PartnerNetAnswer(
            String partnerName,
            long pointsIssued,
            long pointsRedeemed,
            Money net,
            @Schema(description = "by when it must be paid; absent until the window is closed") LocalDate due) {}
}
