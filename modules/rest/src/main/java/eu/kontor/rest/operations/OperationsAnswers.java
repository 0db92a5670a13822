package eu.kontor.rest.operations;

import eu.kontor.membership.api.MemberImport.Imported;
import eu.kontor.proof.api.LedgerIsCoherent.Verdict;
import eu.kontor.tenancy.api.Tenant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the operator's automation is answered. */
public final class OperationsAnswers {

    private OperationsAnswers() {}

    /** What applying the configuration changed. */
    @Schema(name = "AppliedConfiguration")
    public record ConfigurationAnswer(
            List<FileAnswer> files, @Schema(description = "one sentence per step") List<String> steps) {}

    /** One file. */
    @Schema(name = "AppliedFile")
    public record FileAnswer(
            @Schema(examples = "tenants/cafe.yaml") String file,
            @Schema(enumeration = {"created", "changed", "unchanged"}) String change,
            long milliseconds,
            @Schema(
                            description = "what of the file was not applied, because it is decided elsewhere",
                            examples = "program: base-rate/EUR is decided in the browser and stays as it is")
                    List<String> notes) {}

    /** What a file of members brought. */
    @Schema(name = "ImportedMembers")
    public record ImportedMembersAnswer(
            @Schema(examples = "2357") long created,
            @Schema(description = "members whose card was there already; they stay as they are", examples = "0")
                    long known,
            @Schema(examples = "0") long refused,
            @Schema(description = "the first hundred of them") List<RefusedLineAnswer> reasons) {

        static ImportedMembersAnswer of(Imported imported) {
            return new ImportedMembersAnswer(
                    imported.created(),
                    imported.known(),
                    imported.refused(),
                    imported.reasons().stream()
                            .map(line -> new RefusedLineAnswer(line.line(), line.reason()))
                            .toList());
        }
    }

    /** A line that was not imported. */
    @Schema(name = "RefusedMemberLine")
    public record RefusedLineAnswer(
            @Schema(description = "the header being 1", examples = "17") long line, String reason) {}

    /** What the ledger's checker found. */
    @Schema(name = "Coherence")
    public record CoherenceAnswer(
            boolean coherent, long transfers, long members, long milliseconds, List<FindingAnswer> findings) {

        static CoherenceAnswer of(Verdict verdict) {
            return new CoherenceAnswer(
                    verdict.isCoherent(),
                    verdict.transfers(),
                    verdict.members(),
                    verdict.milliseconds(),
                    verdict.findings().stream()
                            .map(finding -> new FindingAnswer(finding.rule(), finding.where()))
                            .toList());
        }
    }

    /** An invariant that does not hold. */
    @Schema(name = "Finding")
    public record FindingAnswer(String rule, String where) {}

    /** All tenants that were ever provisioned. */
    @Schema(name = "Tenants")
    public record TenantsAnswer(List<TenantAnswer> tenants) {}

    /** A tenant. */
    @Schema(name = "Tenant")
    public record TenantAnswer(
            @Schema(examples = "cafe") String slug,
            String name,
            @Schema(enumeration = {"provisioning", "active", "suspended"}) String state,
            List<String> outlets) {

        static TenantAnswer of(Tenant tenant) {
            return new TenantAnswer(
                    tenant.slug().value(),
                    tenant.name(),
                    tenant.state().name().toLowerCase(Locale.ROOT),
                    tenant.outlets().stream().map(Tenant.Outlet::code).toList());
        }
    }
}
