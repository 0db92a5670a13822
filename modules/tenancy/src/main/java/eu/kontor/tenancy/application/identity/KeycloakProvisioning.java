package eu.kontor.tenancy.application.identity;

import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Secrets;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Provisions tenants in the realm {@code coalition}. */
@Service
public class KeycloakProvisioning implements IdentityProvisioning {

    private static final String REALM = "coalition";

    private final Secrets secrets;
    private Parts parts;

    @Inject
    public KeycloakProvisioning(Secrets secrets) {
        this.secrets = secrets;
    }

    KeycloakProvisioning(Secrets secrets, String keycloak, String provisionerSecret) {
        this.secrets = secrets;
        this.parts = Parts.over(new KeycloakAdmin(keycloak, REALM, provisionerSecret), secrets);
    }

    @Override
    public boolean isProvisioned(TenantSlug slug) {
        return parts().organizations().find(slug).isPresent();
    }

    @Override
    public synchronized void provision(TenantIdentity tenant) {
        KeycloakOrganizations organizations = parts().organizations();
        String organization = organizations.ensure(tenant);
        Map<Role, String> groups = organizations.ensureGroups(organization);
        Set<String> belong = new HashSet<>();
        for (Person person : tenant.people()) {
            String user = parts().users().ensure(person, tenant.samplePassword());
            organizations.join(organization, user);
            organizations.setGroups(organization, groups, user, person.roles());
            belong.add(user);
        }
        String machine = parts().serviceAccounts().ensure(tenant.slug(), tenant.name());
        organizations.join(organization, machine);
        belong.add(machine);
        organizations.members(organization).stream()
                .filter(member -> !belong.contains(member))
                .forEach(member -> organizations.leave(organization, member));
    }

    @Override
    public synchronized void provisionOperators(List<Person> people, Optional<String> samplePassword) {
        for (Person person : people) {
            parts().users().makeOperator(parts().users().ensure(person, samplePassword));
        }
    }

    @Override
    public synchronized void setEnabled(TenantSlug slug, boolean enabled) {
        parts().organizations().find(slug).ifPresent(organization -> parts().organizations()
                .setEnabled(organization, enabled));
        parts().serviceAccounts().setEnabled(slug, enabled);
    }

    @Override
    public synchronized void remove(TenantSlug slug) {
        KeycloakOrganizations organizations = parts().organizations();
        organizations.find(slug).ifPresent(organization -> {
            for (String member : organizations.members(organization)) {
                boolean isOnlyHere = organizations.memberships(member) <= 1;
                organizations.leave(organization, member);
                if (isOnlyHere) {
                    parts().users().delete(member);
                }
            }
            organizations.delete(organization);
        });
        parts().serviceAccounts().delete(slug);
    }

    private synchronized Parts parts() {
        if (parts == null) {
            String keycloak = ConfigProvider.getConfig().getValue("kontor.keycloak.internal.url", String.class);
            String secret = ConfigProvider.getConfig().getValue("kontor.provisioner.secret", String.class);
            parts = Parts.over(new KeycloakAdmin(keycloak, REALM, secret), secrets);
        }
        return parts;
    }

    private record Parts(
            KeycloakOrganizations organizations, KeycloakUsers users, KeycloakServiceAccounts serviceAccounts) {

        static Parts over(KeycloakAdmin admin, Secrets secrets) {
            return new Parts(
                    new KeycloakOrganizations(admin),
                    new KeycloakUsers(admin, secrets),
                    new KeycloakServiceAccounts(admin, secrets));
        }
    }
}
