package eu.kontor.rest.operations;

import eu.kontor.tenancy.api.TenantAdministration.FileChange;
import eu.kontor.tenancy.api.TenantAdministration.Plan;
import eu.kontor.tenancy.api.TenantAdministration.SectionChange;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What applying the configuration would change. */
public final class PlanAnswers {

    private PlanAnswers() {}

    /** All files, whether they would change anything or not. */
    @Schema(name = "ConfigurationPlan")
    public record PlanAnswer(
            @Schema(description = "another one when a file, or what is in force, is another") String fingerprint,
            List<PlannedFileAnswer> files) {

        static PlanAnswer of(Plan plan, Locale language) {
            return new PlanAnswer(
                    plan.fingerprint(),
                    plan.files().stream()
                            .map(file -> PlannedFileAnswer.of(file, language))
                            .toList());
        }
    }

    /** One file. */
    @Schema(name = "PlannedFile")
    public record PlannedFileAnswer(
            @Schema(examples = "tenants/cafe.yaml") String file,
            @Schema(enumeration = {"created", "changed", "unchanged"}) String change,
            List<PlannedSectionAnswer> sections) {

        static PlannedFileAnswer of(FileChange file, Locale language) {
            return new PlannedFileAnswer(
                    file.file(),
                    file.change(),
                    file.sections().stream()
                            .map(section -> PlannedSectionAnswer.of(section, language))
                            .toList());
        }
    }

    /** A section that would act; without differences, it would be applied once more because a part of it failed or is gone. */
    @Schema(name = "PlannedSection")
    public record PlannedSectionAnswer(
            @Schema(examples = "program") String section,
            @Schema(examples = "Program") String title,
            List<DifferenceAnswer> differences) {

        static PlannedSectionAnswer of(SectionChange section, Locale language) {
            return new PlannedSectionAnswer(
                    section.section(),
                    section.title().in(language),
                    section.differences().stream()
                            .map(difference -> new DifferenceAnswer(
                                    difference.act().name().toLowerCase(Locale.ROOT),
                                    difference.words().in(language)))
                            .toList());
        }
    }

    /** One thing that would be other than it is. */
    @Schema(name = "ConfigurationDifference")
    public record DifferenceAnswer(
            @Schema(enumeration = {"added", "changed", "removed", "kept"}) String act,
            @Schema(examples = "Bread of the day: 4 → 5 points per EUR") String text) {}
}
