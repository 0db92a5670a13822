package eu.kontor.program.application;

import static eu.kontor.tenancy.application.TenancyFixture.HOTEL;
import static eu.kontor.tenancy.application.TenancyFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration.Applied;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.TenancyFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a form in the browser will publish: past the files, into the same versions. */
class AProgramPublishedElsewhereTest {

    private static final String ELSEWHERE =
            """
            {"validFrom": "2026-01-01", "pointsPerUnit": {"EUR": 7}, "rounding": "up", "expiryMonths": 36,
             "valuePerPoint": {"EUR": 0.01}, "minimumRedemption": 50}
            """;

    @TempDir
    Path folder;

    private final PublishedPrograms history = new PublishedPrograms(Clock.systemUTC());
    private CachedPrograms programs;
    private ProgramSection section;
    private final TenancyFixture tenancy = new TenancyFixture(history.entities(), this::sections);

    @BeforeEach
    void a_hotel_whose_file_was_applied_and_whose_program_was_then_published_elsewhere() throws Exception {
        TenancyFixture.write(folder, "coalition.yaml", TenancyFixture.COALITION);
        apply(HOTEL);
        Tenant sol = hotel();
        JsonNode document = new ObjectMapper().readTree(ELSEWHERE);
        tenancy.transactions.asTenant(sol.id(), unit -> {
            section.apply(sol, document, unit);
            return null;
        });
        assertThat(roundings()).containsExactly(Program.PointsRounding.UP, Program.PointsRounding.DOWN);
    }

    @AfterEach
    void everything_is_removed() {
        tenancy.empty();
    }

    @Test
    void survives_a_changed_outlet_in_the_file_and_gives_way_to_a_changed_program_in_it() {
        apply(HOTEL);
        apply(HOTEL.replace("name: Bar", "name: Terrace"));
        assertThat(hotel().outlet("bar").orElseThrow().name()).isEqualTo("Terrace");
        assertThat(roundings()).containsExactly(Program.PointsRounding.UP, Program.PointsRounding.DOWN);

        apply(HOTEL.replace("rounding: down", "rounding: half-up"));
        assertThat(roundings())
                .containsExactly(
                        Program.PointsRounding.HALF_UP, Program.PointsRounding.UP, Program.PointsRounding.DOWN);
    }

    @Test
    void is_what_a_plan_compares_with() {
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", HOTEL.replace("rounding: down", "rounding: half-up"));

        assertThat(tenancy.office.plan(OPERATOR, folder, Optional.empty()).files().stream()
                        .flatMap(file -> file.sections().stream())
                        .flatMap(changed -> changed.differences().stream())
                        .map(difference -> difference.words().in(Locale.ENGLISH)))
                .contains("Rounding: up → to the nearest – A purchase can earn a point less.");
        assertThat(roundings())
                .as("nothing is applied by looking")
                .containsExactly(Program.PointsRounding.UP, Program.PointsRounding.DOWN);
    }

    @Test
    void between_a_plan_and_its_yes_makes_the_plan_outdated() throws Exception {
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", HOTEL.replace("rounding: down", "rounding: half-up"));
        String shown = tenancy.office.plan(OPERATOR, folder, Optional.empty()).fingerprint();
        JsonNode another =
                new ObjectMapper().readTree(ELSEWHERE.replace("\"expiryMonths\": 36", "\"expiryMonths\": 48"));
        tenancy.transactions.asTenant(hotel().id(), unit -> {
            section.apply(hotel(), another, unit);
            return null;
        });

        assertThatThrownBy(() -> tenancy.office.apply(OPERATOR, folder, shown, step -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.PLAN_OUTDATED));
        assertThat(roundings()).hasSize(3).first().isEqualTo(Program.PointsRounding.UP);
    }

    private List<ConfigurationSection> sections(Transactions transactions) {
        programs = new CachedPrograms(transactions, history);
        section = new ProgramSection(history, programs);
        return List.of(section);
    }

    private List<Program.PointsRounding> roundings() {
        return programs.versions(hotel().id()).stream().map(Program::rounding).toList();
    }

    private Tenant hotel() {
        return tenancy.registry.get(new TenantSlug("hotel-sol"));
    }

    private List<Applied> apply(String file) {
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", file);
        return tenancy.office.apply(OPERATOR, folder, step -> {});
    }
}
