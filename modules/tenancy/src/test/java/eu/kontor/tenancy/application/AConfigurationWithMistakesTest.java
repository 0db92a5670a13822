package eu.kontor.tenancy.application;

import static eu.kontor.tenancy.application.TenancyFixture.COALITION;
import static eu.kontor.tenancy.application.TenancyFixture.HOTEL;
import static eu.kontor.tenancy.application.TenancyFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import eu.kontor.tenancy.api.TenantAdministration.InvalidConfiguration;
import eu.kontor.tenancy.api.UnitOfWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AConfigurationWithMistakesTest {

    private static final TenancyFixture TENANCY = new TenancyFixture(new NoTuesdays());

    @TempDir
    Path folder;

    @BeforeEach
    void a_configuration_that_is_right() {
        write("coalition.yaml", COALITION);
        write("tenants/hotel-sol.yaml", HOTEL);
        assertThat(TENANCY.office.check(OPERATOR, folder)).isEmpty();
    }

    @Test
    void is_refused_as_a_whole_with_file_and_line_of_every_mistake() {
        write(
                "tenants/hotel-sol.yaml",
                HOTEL.replace("name: Hotel Sol", "name: 7").replace("rounding: down", "rounding: sideways"));
        write("coalition.yaml", COALITION.replace("Europe/Madrid", "Europe/Atlantis"));
        assertThatThrownBy(() -> TENANCY.office.apply(OPERATOR, folder, step -> {}))
                .isInstanceOfSatisfying(InvalidConfiguration.class, e -> assertThat(e.mistakes())
                        .extracting(mistake -> mistake.file() + ":" + mistake.line())
                        .containsExactly("coalition.yaml:3", "tenants/hotel-sol.yaml:1", "tenants/hotel-sol.yaml:14"));
        assertThat(TENANCY.registry.all()).isEmpty();
        assertThat(TENANCY.registry.isConfigured()).isFalse();
    }

    @Test
    void names_what_is_missing() {
        write("tenants/hotel-sol.yaml", HOTEL.replace("accentColour: \"#0b6477\"\n", ""));
        assertThat(onlyMistake().expected()).contains("accentColour");
    }

    @Test
    void points_at_the_line_of_a_name_that_it_does_not_know() {
        write("tenants/hotel-sol.yaml", HOTEL.replace("zone:", "color: red\nzone:"));
        assertThat(onlyMistake()).satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(4);
            assertThat(mistake.expected()).contains("color");
        });
    }

    @Test
    void says_where_the_yaml_is_broken() {
        write("tenants/hotel-sol.yaml", HOTEL.replace("language: es", "language: [es"));
        assertThat(onlyMistake().expected()).contains("readable YAML");
    }

    @Test
    void hears_the_rules_of_other_contexts_with_their_line() {
        write("tenants/hotel-sol.yaml", HOTEL.replace("expiryMonths: 12", "expiryMonths: 13"));
        assertThat(onlyMistake())
                .isEqualTo(new FileMistake("tenants/hotel-sol.yaml", 15, "program/expiryMonths: a lucky number"));
    }

    @Test
    void refuses_a_period_of_the_trail_that_would_fail_every_day() {
        for (String kind : List.of("audit-trail", "refused-access", "names-in-audit-trail")) {
            for (String period : List.of("P1D", "P9D", "P27D")) {
                write("coalition.yaml", COALITION + "retention: { " + kind + ": " + period + " }\n");
                assertThat(onlyMistake().expected()).contains("retention/" + kind);
            }
            for (String period : List.of("P28D", "P99D", "P1M", "P1M2D", "P10Y")) {
                write("coalition.yaml", COALITION + "retention: { " + kind + ": " + period + " }\n");
                assertThat(TENANCY.office.check(OPERATOR, folder)).isEmpty();
            }
        }
        write("coalition.yaml", COALITION + "retention: { mail: P7D }\n");
        assertThat(TENANCY.office.check(OPERATOR, folder)).isEmpty();
    }

    @Test
    void refuses_more_decimals_than_anybody_can_read() {
        write(
                "tenants/hotel-sol.yaml",
                HOTEL.replace("valuePerPoint: { EUR: 0.01 }", "valuePerPoint: { EUR: 0.0000051 }"));
        assertThat(onlyMistake().expected()).contains("valuePerPoint");
        for (String fine : List.of("0.000005", "0.123457", "999999.999999", "3")) {
            write(
                    "tenants/hotel-sol.yaml",
                    HOTEL.replace("valuePerPoint: { EUR: 0.01 }", "valuePerPoint: { EUR: " + fine + " }"));
            assertThat(TENANCY.office.check(OPERATOR, folder)).as(fine).isEmpty();
        }
    }

    @Test
    void refuses_a_colour_on_which_white_text_cannot_be_read() {
        write("tenants/hotel-sol.yaml", HOTEL.replace("#0b6477", "#ffcc00"));
        assertThat(onlyMistake().expected()).contains("darker").contains("1.5");
    }

    @Test
    void refuses_a_logo_that_runs_or_loads_something() {
        write("tenants/hotel-sol.yaml", HOTEL + "logo: '<svg viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>'\n");
        assertThat(onlyMistake().expected()).contains("<script>");
    }

    @Test
    void refuses_a_machine_at_an_outlet_that_is_not_there_or_with_a_job_that_has_none() {
        write("tenants/hotel-sol.yaml", HOTEL + machine("till", "till", "terrace"));
        assertThat(onlyMistake().expected()).contains("one of the outlets");
        write("tenants/hotel-sol.yaml", HOTEL + machine("nightly", "feed", "bar"));
        assertThat(onlyMistake().expected()).contains("works for the whole brand");
        write("tenants/hotel-sol.yaml", HOTEL + machine("till", "till", "bar"));
        assertThat(TENANCY.office.check(OPERATOR, folder)).isEmpty();
    }

    @Test
    void refuses_two_machines_of_one_name_and_a_brand_without_any() {
        write("tenants/hotel-sol.yaml", HOTEL + machine("till", "till", "bar") + "    - { name: till, job: feed }\n");
        assertThat(onlyMistake().expected()).contains("taken further up");
        write("tenants/hotel-sol.yaml", HOTEL + "machines: { wholeAccount: false }\n");
        assertThat(onlyMistake().expected()).contains("no till could sign in");
    }

    private static String machine(String name, String job, String outlet) {
        return "machines:\n  clients:\n    - { name: " + name + ", job: " + job + ", outlet: " + outlet + " }\n";
    }

    @Test
    void refuses_a_written_password_outside_a_sample() {
        write("coalition.yaml", COALITION.replace("sample: true", "sample: false"));
        assertThat(onlyMistake())
                .satisfies(mistake -> assertThat(mistake.line()).isEqualTo(9));
    }

    @Test
    void refuses_a_user_name_that_means_two_people() {
        write("tenants/cafe.yaml", HOTEL.replace("Ana", "Anabel"));
        assertThat(onlyMistake().expected()).contains("ana described as in tenants/cafe.yaml");
    }

    @Test
    void refuses_a_file_name_that_is_no_slug_and_a_missing_coalition() {
        write("tenants/Hotel Sol.yaml", HOTEL);
        assertThat(onlyMistake().file()).isEqualTo("tenants/Hotel Sol.yaml");
        assertThat(TENANCY.office.check(OPERATOR, folder.resolve("nowhere")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.file()).isEqualTo("coalition.yaml"));
    }

    private FileMistake onlyMistake() {
        List<FileMistake> mistakes = TENANCY.office.check(OPERATOR, folder);
        assertThat(mistakes).hasSize(1);
        return mistakes.getFirst();
    }

    private void write(String file, String text) {
        TenancyFixture.write(folder, file, text);
    }

    /** Stands for a context with a rule of its own. */
    private static final class NoTuesdays implements ConfigurationSection {
        @Override
        public String key() {
            return "program";
        }

        @Override
        public AppliedBy appliedBy() {
            return AppliedBy.TENANT;
        }

        @Override
        public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
            return section.path("expiryMonths").asInt() == 13
                    ? List.of(new Mistake("/expiryMonths", "a lucky number"))
                    : List.of();
        }

        @Override
        public String title(Locale language) {
            return key();
        }

        @Override
        public List<Difference> differences(JsonNode before, JsonNode section) {
            return List.of();
        }

        @Override
        public void apply(Tenant tenant, JsonNode section, UnitOfWork unit) {
            throw new AssertionError("nothing is applied");
        }
    }
}
