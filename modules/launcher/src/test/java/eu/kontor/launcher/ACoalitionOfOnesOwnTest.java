package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ACoalitionOfOnesOwnTest {

    private static final YearMonth MONTH = YearMonth.of(2027, 3);

    @TempDir
    private Path checkout;

    @BeforeEach
    void copyTheTemplate() throws IOException {
        Path original = Installation.findCheckout().resolve("tenant-config");
        Files.createDirectory(checkout.resolve("tenant-config"));
        Directories.copy(original.resolve("template"), checkout.resolve("tenant-config/template"));
        Directories.copy(original.resolve("schema"), checkout.resolve("tenant-config/schema"));
    }

    @Test
    void has_no_tenants_and_no_sample() {
        Path folder = new NewCoalition(checkout, MONTH).create(checkout.resolve("ours"));

        CoalitionFiles coalition = CoalitionFiles.read(folder);

        assertThat(coalition.isSample()).isFalse();
        assertThat(coalition.people()).extracting(CoalitionFiles.Person::job).containsExactly("operator");
        assertThat(folder.resolve("tenants/my-hotel.yaml.example")).exists();
    }

    @Test
    void begins_with_the_month_in_which_it_is_made() throws IOException {
        Path folder = new NewCoalition(checkout, MONTH).create(checkout.resolve("ours"));

        assertThat(Files.readAllLines(folder.resolve("coalition.yaml"))).contains("firstWindow: \"2027-03\"");
    }

    @Test
    void finds_its_schemas_where_its_files_name_them() {
        Path folder = new NewCoalition(checkout, MONTH).create(checkout.resolve("ours"));

        assertThat(folder.resolve("schema/coalition.schema.json")).exists();
        assertThat(folder.resolve("tenants/../schema/tenant.schema.json")).exists();
    }

    @Test
    void is_what_up_uses_from_then_on_with_data_of_its_own() throws IOException {
        Path folder = new NewCoalition(checkout, MONTH).create(checkout.resolve("ours"));

        Installation installation = Settings.read(checkout).installation(checkout);

        assertThat(installation.tenantConfiguration()).isEqualTo(folder);
        assertThat(installation.home()).isEqualTo(checkout.resolve(".kontor/coalitions/ours"));
    }

    @Test
    void leaves_the_other_settings_as_they_are() throws IOException {
        Files.writeString(
                checkout.resolve("kontor.properties"), "# ports\nkontor.port.base=9400\nkontor.home = elsewhere\n");

        new NewCoalition(checkout, MONTH).create(checkout.resolve("ours"));

        assertThat(checkout.resolve("kontor.properties"))
                .hasContent(
                        "# ports\nkontor.port.base=9400\nkontor.home=.kontor/coalitions/ours\nkontor.tenant.config=ours\n");
    }

    @Test
    void may_be_anywhere_on_the_machine(@TempDir Path elsewhere) {
        Path folder = new NewCoalition(checkout, MONTH).create(elsewhere.resolve("far/away"));

        assertThat(Settings.read(checkout).installation(checkout).tenantConfiguration())
                .isEqualTo(folder);
    }

    @Test
    void never_overwrites_a_file() throws IOException {
        Files.createDirectory(checkout.resolve("ours"));
        Files.writeString(checkout.resolve("ours/coalition.yaml"), "name: Mine\n");

        assertThatThrownBy(() -> new NewCoalition(checkout, MONTH).create(checkout.resolve("ours")))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("name another folder");
        assertThat(checkout.resolve("ours/coalition.yaml")).hasContent("name: Mine");
    }

    @Test
    void gives_way_to_the_environment() {
        Properties file = new Properties();
        file.setProperty("kontor.tenant.config", "ours");

        Settings settings = new Settings(file, Map.of("KONTOR_TENANT_CONFIG", "/theirs"));

        assertThat(settings.installation(checkout).tenantConfiguration()).isEqualTo(Path.of("/theirs"));
    }
}
