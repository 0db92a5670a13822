package eu.kontor.tenancy.application.configuration;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The JSON Schemas of {@code tenant-config/schema}, which editors use too, as they were when this program was built. */
final class ConfigurationSchemas {

    private static final String ADDRESS = "https://kontor.eu/schema/";
    private static final String FOLDER = "/eu/kontor/tenancy/schema/";

    private final Schema coalition;
    private final Schema tenant;

    ConfigurationSchemas() {
        SchemaRegistryConfig english = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(ConfigurationSchemas::load).schemaRegistryConfig(english));
        coalition = registry.getSchema(SchemaLocation.of(ADDRESS + "coalition.schema.json"));
        tenant = registry.getSchema(SchemaLocation.of(ADDRESS + "tenant.schema.json"));
    }

    List<FileMistake> checkCoalition(ConfigurationFile file) {
        return check(coalition, file);
    }

    List<FileMistake> checkTenant(ConfigurationFile file) {
        return check(tenant, file);
    }

    private static List<FileMistake> check(Schema schema, ConfigurationFile file) {
        return schema.validate(file.content().toString(), InputFormat.JSON).stream()
                .map(error -> mistake(file, error))
                .distinct()
                .toList();
    }

    private static FileMistake mistake(ConfigurationFile file, Error error) {
        String pointer = error.getInstanceLocation().toString();
        boolean isSurplus =
                "additionalProperties".equals(error.getKeyword()) || "unevaluatedProperties".equals(error.getKeyword());
        String at = isSurplus ? pointer + '/' + Objects.toString(error.getProperty(), "") : pointer;
        String where = pointer.isEmpty() ? "" : pointer.substring(1) + ": ";
        return file.mistake(at, where + error.getMessage());
    }

    private static String load(String address) {
        if (!address.startsWith(ADDRESS)) {
            return null;
        }
        try (InputStream file =
                ConfigurationSchemas.class.getResourceAsStream(FOLDER + address.substring(ADDRESS.length()))) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
