package eu.kontor.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AnExampleFileTest {

    static final List<String> LAYOUTS = ExampleFiles.LAYOUTS;

    private static final String PREFIX = "972401";

    private final Tenant cafe = new Tenant(
            new TenantId(3),
            new TenantSlug("cafe"),
            "Café",
            Tenant.State.ACTIVE,
            "#8a4712",
            Optional.empty(),
            List.of(Currency.getInstance("EUR")),
            ZoneId.of("Europe/Lisbon"),
            Locale.ENGLISH,
            List.of(new Tenant.Outlet(1, "terrace", "Terrace")));

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void has_as_many_fields_in_each_line_as_its_header(String layout) {
        List<String> lines = lines(layout);

        assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> assertThat(line.split(",", -1))
                .hasSameSizeAs(ExampleFiles.columns(layout)));
    }

    @ParameterizedTest
    @FieldSource("LAYOUTS")
    void speaks_of_the_brands_own_outlet(String layout) {
        assertThat(lines(layout).subList(1, 2))
                .allSatisfy(line -> assertThat(line).contains("terrace"));
    }

    @Test
    void shows_a_card_in_order_that_nobody_holds() {
        assertThat(ExampleFiles.unissued(PREFIX).value()).startsWith(PREFIX + "999999999");
    }

    private List<String> lines(String layout) {
        byte[] content = ExampleFiles.content(layout, cafe, PREFIX, LocalDate.of(2026, 11, 21));
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
