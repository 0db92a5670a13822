package eu.kontor.portal.tenants;

import eu.kontor.tenancy.api.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the coalition's configuration lies on the server: the setting {@code kontor.tenant.config}. */
@Service
public class ConfigurationSource {

    private static final String SETTING = "kontor.tenant.config";
    private static final String VARIABLE = "KONTOR_TENANT_CONFIG";

    /** As the server was started with it: a system property or an environment variable, as MicroProfile Config reads them. */
    public Optional<Path> configured() {
        return Optional.ofNullable(System.getProperty(SETTING, System.getenv(VARIABLE)))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    public boolean exists(Path folder) {
        return Files.isDirectory(folder);
    }
}
