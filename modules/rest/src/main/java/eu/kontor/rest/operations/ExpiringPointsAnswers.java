package eu.kontor.rest.operations;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Announced;
import eu.kontor.expiry.api.Expiry.PreviewSum;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.notification.api.ExpiringPoints.ExpiringRow;
import eu.kontor.notification.api.ExpiringPoints.ExpiringSum;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Tenants;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who loses what, as the operator's automation is answered. */
public final class ExpiringPointsAnswers {

    private ExpiringPointsAnswers() {}

    /** A page, the first one with the sums. */
    @Schema(name = "ExpiringPoints")
    public record ExpiringPointsAnswer(
            LocalDate asOf,
            @Schema(
                            description =
                                    "what runs out by the policies of its pockets; this and the other sums only on the first page")
                    AmountAnswer runningOut,
            @Schema(description = "what of it expires, because it was announced in time") AmountAnswer expiring,
            @Schema(description = "what of it was not told to its members") AmountAnswer untold,
            @Schema(description = "what of that belongs to members whom mail cannot reach") AmountAnswer unreachable,
            @Schema(description = "what runs out by issuer, largest first") List<IssuerAnswer> issuers,
            List<ExpiringRowAnswer> members,
            @Schema(description = "the address of the next page; absent on the last one") String next) {

        static ExpiringPointsAnswer of(
                LocalDate asOf, Optional<ExpiringSum> sum, Page<ExpiringRow> page, String next, Tenants tenants) {
            Optional<PreviewSum> amounts = sum.map(ExpiringSum::sum);
            return new ExpiringPointsAnswer(
                    asOf,
                    AmountAnswer.of(amounts.map(PreviewSum::runningOut)),
                    AmountAnswer.of(amounts.map(PreviewSum::expiring)),
                    AmountAnswer.of(amounts.map(PreviewSum::untold)),
                    AmountAnswer.of(sum.map(ExpiringSum::unreachable)),
                    sum.map(ExpiringSum::byIssuer)
                            .map(issuers -> IssuerAnswer.of(issuers, tenants))
                            .orElse(null),
                    PageRequest.rows(page, ExpiringRowAnswer::of),
                    next);
        }
    }

    /** Members and points. */
    @Schema(name = "ExpiringAmount")
    public record AmountAnswer(@Schema(examples = "31") long members, @Schema(examples = "4210") long points) {

        static AmountAnswer of(Optional<Amount> amount) {
            return amount.map(
                            sum -> new AmountAnswer(sum.members(), sum.points().value()))
                    .orElse(null);
        }
    }

    /** A partner's part. */
    @Schema(name = "ExpiringIssuer")
    public record IssuerAnswer(@Schema(examples = "cafe") String tenant, @Schema(examples = "1200") long points) {

        static List<IssuerAnswer> of(Map<TenantId, Points> issuers, Tenants tenants) {
            return issuers.entrySet().stream()
                    .map(issuer -> new IssuerAnswer(
                            tenants.get(issuer.getKey()).slug().value(),
                            issuer.getValue().value()))
                    .toList();
        }
    }

    /** Points of one pocket of a member that run out on one day. */
    @Schema(name = "ExpiringRow")
    public record ExpiringRowAnswer(
            @Schema(examples = "9724010000000013") String card,
            @Schema(examples = "Ana Reis") String name,
            @Schema(examples = "120") long points,
            @Schema(description = "what of them expires by the day", examples = "120") long expiring,
            @Schema(
                            enumeration = {"inactivity", "fixed-term"},
                            examples = "inactivity")
                    String expiry,
            @Schema(examples = "24") int months,
            @Schema(description = "by the policy", examples = "2026-12-01") LocalDate runsOutOn,
            @Schema(description = "absent if the member was not told") LocalDate toldOn,
            @Schema(description = "the day that the member was told") LocalDate expiresOn,
            @Schema(description = "whether mail can reach the member") boolean hasAddress) {

        static ExpiringRowAnswer of(ExpiringRow row) {
            return new ExpiringRowAnswer(
                    row.card().map(CardNumber::value).orElse(null),
                    row.name(),
                    row.row().points().value(),
                    row.row().expiring().value(),
                    row.row().pocket().policy(),
                    row.row().pocket().afterMonths(),
                    row.row().runsOutOn(),
                    row.row().announced().map(Announced::toldOn).orElse(null),
                    row.row().announced().map(Announced::expiresOn).orElse(null),
                    row.hasAddress());
        }
    }
}
