package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.TenantAdministration;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A configuration in which one file changed. */
@ApplicationScoped
public class FakeTenantAdministration implements TenantAdministration {

    @Override
    public List<Applied> apply(Caller caller, Path folder, Consumer<String> progress) {
        progress.accept("Reading coalition.yaml");
        progress.accept("Applying tenants/vinilo.yaml");
        return List.of(
                new Applied("coalition.yaml", "unchanged", 3), new Applied("tenants/vinilo.yaml", "changed", 240));
    }

    @Override
    public List<FileMistake> check(Caller caller, Path folder) {
        return List.of(new FileMistake("tenants/vinilo.yaml", 14, "a currency code of three letters, such as EUR"));
    }

    @Override
    public void suspend(Caller caller, TenantSlug slug) {}

    @Override
    public void resume(Caller caller, TenantSlug slug) {}

    @Override
    public void remove(Caller caller, TenantSlug slug, String confirmation) {}
}
