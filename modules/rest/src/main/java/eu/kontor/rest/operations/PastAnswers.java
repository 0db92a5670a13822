package eu.kontor.rest.operations;

import eu.kontor.kernel.CardNumber;
import eu.kontor.ledger.api.Past.ActivityAsOf;
import eu.kontor.ledger.api.Past.MemberAsOf;
import eu.kontor.ledger.api.Past.PocketAsOf;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.tenancy.api.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was answered then, in points. */
public final class PastAnswers {

    private PastAnswers() {}

    /** A member's points at a moment. */
    @Schema(name = "BalanceThen")
    public record BalanceThen(
            @Schema(examples = "9724010000000013") String card,
            Instant at,
            @Schema(description = "what could be redeemed, over all pockets", examples = "1840") long available,
            @Schema(description = "taken back but spent already", examples = "0") long debt,
            @Schema(description = "in the order in which redemptions draw on them") List<PocketAnswer> pockets,
            @Schema(description = "the last activity as the snapshot before knew it; absent before the first")
                    LocalDate lastActivity,
            @Schema(description = "when that snapshot was taken") Instant lastActivityKnownAt) {

        static BalanceThen of(CardNumber card, MemberAsOf then) {
            return new BalanceThen(
                    card.value(),
                    then.moment(),
                    then.available().value(),
                    then.debt().value(),
                    then.pockets().stream().map(PocketAnswer::of).toList(),
                    then.lastActivity().map(ActivityAsOf::day).orElse(null),
                    then.lastActivity().map(ActivityAsOf::knownAt).orElse(null));
        }
    }

    /** One pocket. */
    @Schema(name = "PocketThen")
    public record PocketAnswer(
            @Schema(
                            enumeration = {"inactivity", "fixed-term"},
                            examples = "inactivity")
                    String expiry,
            @Schema(examples = "24") int months,
            @Schema(examples = "1840") long available,
            @Schema(examples = "0") long held) {

        static PocketAnswer of(PocketAsOf pocket) {
            return new PocketAnswer(
                    pocket.pocket().policy(),
                    pocket.pocket().afterMonths(),
                    pocket.available().value(),
                    pocket.held().value());
        }
    }

    /** A window's sums at a moment. */
    @Schema(name = "PositionsThen")
    public record PositionsThen(
            @Schema(examples = "2026-10") String window, Instant at, List<PositionAnswer> positions) {

        static PositionsThen of(YearMonth window, Instant at, List<Position> positions, Tenants tenants) {
            return new PositionsThen(
                    window.toString(),
                    at,
                    positions.stream()
                            .map(position -> PositionAnswer.of(position, tenants))
                            .toList());
        }
    }

    /** One sum. */
    @Schema(name = "PositionThen")
    public record PositionAnswer(
            @Schema(examples = "forno-grao") String tenant,
            @Schema(description = "the outlet's number; 0 where no outlet took part", examples = "1") int outlet,
            @Schema(examples = "earn") String kind,
            @Schema(description = "of the dates of business", examples = "2026-10") String month,
            @Schema(examples = "120345") long points,
            @Schema(examples = "812") long transfers) {

        static PositionAnswer of(Position position, Tenants tenants) {
            return new PositionAnswer(
                    tenants.get(position.tenant()).slug().value(),
                    position.outlet(),
                    position.kind().name().toLowerCase(Locale.ROOT),
                    position.businessMonth().toString(),
                    position.points().value(),
                    position.transfers());
        }
    }
}
