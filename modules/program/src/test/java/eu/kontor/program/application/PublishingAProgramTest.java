package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishingAProgramTest {

    private static final String SECTION =
            """
            {"validFrom": "2026-01-01", "pointsPerUnit": {"EUR": 10}, "rounding": "down", "expiryMonths": 24,
             "valuePerPoint": {"EUR": 0.005}, "minimumRedemption": 100}
            """;

    private final PublishedPrograms history = new PublishedPrograms(Clock.systemUTC());
    private final Transactions transactions = KontorDatabase.shared().transactions(history);
    private final CachedPrograms programs = new CachedPrograms(transactions, history);
    private final ProgramSection section = new ProgramSection(history, programs);

    @Test
    void anUnchangedSectionPublishesNothingAndAChangedOneTheNextVersion() throws Exception {
        Tenant cafe = tenant("program-cafe");

        apply(cafe, SECTION);
        apply(cafe, SECTION.replace("10}", "10.00}"));
        assertThat(programs.versions(cafe.id())).extracting(Program::version).containsExactly(1);

        apply(cafe, SECTION.replace("10}", "12}"));
        assertThat(programs.versions(cafe.id())).extracting(Program::version).containsExactly(2, 1);
        assertThat(programs.validOn(cafe.id(), LocalDate.of(2026, 1, 1)).pointsPerUnit())
                .containsValue(java.math.BigDecimal.valueOf(12));
        assertThat(programs.version(cafe.id(), 1).pointsPerUnit()).containsValue(java.math.BigDecimal.TEN);
    }

    @Test
    void withoutAProgramForTheDayThereIsARefusal() {
        Tenant shop = tenant("program-shop");

        assertThatThrownBy(() -> programs.validOn(shop.id(), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasPublished() throws Exception {
        Tenant bar = tenant("program-bar");
        apply(bar, SECTION);

        assertThatThrownBy(() -> transactions.asTenant(bar.id(), unit -> unit.connection()
                        .createStatement()
                        .executeUpdate("update program_version set document = '{}'")))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void memoryHearsOfAVersionWhenItIsCommittedAndNotBefore() throws Exception {
        Tenant inn = tenant("program-inn");
        apply(inn, SECTION);
        assertThat(programs.versions(inn.id())).hasSize(1);
        JsonNode next = new ObjectMapper().readTree(SECTION.replace("10}", "12}"));

        transactions.asTenant(inn.id(), unit -> {
            section.apply(inn, next, unit);
            assertThat(programs.versions(inn.id())).hasSize(1);
            return null;
        });
        assertThat(programs.versions(inn.id())).hasSize(2);
    }

    private void apply(Tenant tenant, String text) throws Exception {
        JsonNode node = new ObjectMapper().readTree(text);
        transactions.asTenant(tenant.id(), unit -> {
            section.apply(tenant, node, unit);
            return null;
        });
    }

    private static Tenant tenant(String slug) {
        TenantId id = KontorDatabase.shared().tenant(slug);
        return new Tenant(
                id,
                new TenantSlug(slug),
                slug,
                Tenant.State.ACTIVE,
                "#1f5f8b",
                Optional.empty(),
                List.of(Currency.getInstance("EUR")),
                ZoneId.of("Europe/Lisbon"),
                Locale.ENGLISH,
                List.of());
    }
}
