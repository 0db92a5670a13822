package eu.kontor.tenancy.application.identity;

import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Secrets;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.application.AccessEndings;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Provisions tenants in the realm {@code coalition}. */
@Service
public class KeycloakProvisioning implements IdentityProvisioning {

    private static final String REALM = "coalition";

    private final Secrets secrets;

    /** Takes a subject and why what was granted to it counts no more. */
    private final BiConsumer<String, String> endings;

    private Parts parts;

    @Inject
    public KeycloakProvisioning(Secrets secrets, AccessEndings endings) {
        this.secrets = secrets;
        this.endings = endings::end;
    }

    KeycloakProvisioning(
            Secrets secrets, BiConsumer<String, String> endings, String keycloak, String provisionerSecret) {
        this.secrets = secrets;
        this.endings = endings;
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
        Map<Role, Set<String>> inGroups = organizations.groupMembers(organization, groups);
        Set<String> before = organizations.members(organization);
        Set<String> belong = new HashSet<>();
        for (Person person : tenant.people()) {
            String user = parts().users().ensure(person, tenant.samplePassword());
            organizations.join(organization, user);
            boolean isChanged = organizations.setGroups(organization, groups, inGroups, user, person.roles());
            if (isChanged || !before.contains(user)) {
                end(user, "roles changed at " + tenant.slug());
            }
            belong.add(user);
        }
        var machines = parts().serviceAccounts().ensure(tenant.slug(), tenant.name(), tenant.machines());
        machines.users().forEach(machine -> organizations.join(organization, machine));
        machines.left()
                .forEach(machine -> endings.accept(machine, "a machine of " + tenant.slug() + " changed or left"));
        belong.addAll(machines.users());
        before.stream().filter(member -> !belong.contains(member)).forEach(member -> {
            organizations.leave(organization, member);
            end(member, "left " + tenant.slug());
        });
    }

    @Override
    public boolean areOperators(List<Person> people) {
        return parts().users().operators().keySet().equals(usernames(people));
    }

    @Override
    public synchronized void provisionOperators(List<Person> people, Optional<String> samplePassword) {
        KeycloakUsers users = parts().users();
        Map<String, String> before = users.operators();
        for (Person person : people) {
            String user = users.ensure(person, samplePassword);
            users.makeOperator(user);
            if (!before.containsKey(person.username())) {
                end(user, "became the operator's");
            }
        }
        Set<String> stay = usernames(people);
        before.forEach((username, user) -> {
            if (!stay.contains(username)) {
                users.takeOperatorsRole(user);
                end(user, "is the operator's no more");
            }
        });
    }

    private static Set<String> usernames(List<Person> people) {
        return people.stream().map(Person::username).collect(Collectors.toSet());
    }

    /**
     * What the user's tokens and sessions say does not count any more. At Keycloak first: pages that are turned out go there at once, and
     * must not find the old session. Should it fail, nobody goes on with what was taken away all the same.
     */
    private void end(String user, String reason) {
        try {
            parts().users().signOut(user);
        } finally {
            endings.accept(user, reason);
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
                end(member, "left " + slug);
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
