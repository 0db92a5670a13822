package eu.kontor.tenancy.application.identity;

import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Secrets;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.application.AccessEndings;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Provisions tenants in the realm {@code coalition}. */
@Service
public class KeycloakProvisioning implements IdentityProvisioning {

    private static final String REALM = "coalition";

    private final Secrets secrets;

    /** Takes, by subject, why what was granted to it counts no more. */
    private final Consumer<Map<String, String>> ended;

    private Parts parts;

    @Inject
    public KeycloakProvisioning(Secrets secrets, AccessEndings endings) {
        this.secrets = secrets;
        this.ended = endings::end;
    }

    KeycloakProvisioning(
            Secrets secrets, Consumer<Map<String, String>> ended, String keycloak, String provisionerSecret) {
        this.secrets = secrets;
        this.ended = ended;
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
        try (Endings endings = new Endings()) {
            for (Person person : tenant.people()) {
                String user = parts().users().ensure(person, tenant.samplePassword());
                organizations.join(organization, user);
                boolean isChanged = organizations.setGroups(organization, groups, inGroups, user, person.roles());
                if (isChanged || !before.contains(user)) {
                    endings.ofPerson(user, "roles changed at " + tenant.slug());
                }
                belong.add(user);
            }
            var machines = parts().serviceAccounts().ensure(tenant.slug(), tenant.name(), tenant.machines());
            machines.users().forEach(machine -> organizations.join(organization, machine));
            machines.left()
                    .forEach(machine ->
                            endings.ofMachine(machine, "a machine of " + tenant.slug() + " changed or left"));
            belong.addAll(machines.users());
            before.stream().filter(member -> !belong.contains(member)).forEach(member -> {
                organizations.leave(organization, member);
                endings.ofPerson(member, "left " + tenant.slug());
            });
        }
    }

    @Override
    public boolean areOperators(List<Person> people) {
        return parts().users().operators().keySet().equals(usernames(people));
    }

    @Override
    public synchronized void provisionOperators(List<Person> people, Optional<String> samplePassword) {
        KeycloakUsers users = parts().users();
        Map<String, String> before = users.operators();
        Set<String> stay = usernames(people);
        try (Endings endings = new Endings()) {
            for (Person person : people) {
                String user = users.ensure(person, samplePassword);
                users.makeOperator(user);
                if (!before.containsKey(person.username())) {
                    endings.ofPerson(user, "became the operator's");
                }
            }
            before.forEach((username, user) -> {
                if (!stay.contains(username)) {
                    users.takeOperatorsRole(user);
                    endings.ofPerson(user, "is the operator's no more");
                }
            });
        }
    }

    private static Set<String> usernames(List<Person> people) {
        return people.stream().map(Person::username).collect(Collectors.toSet());
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
            try (Endings endings = new Endings()) {
                for (String member : organizations.members(organization)) {
                    boolean isOnlyHere = organizations.memberships(member) <= 1;
                    organizations.leave(organization, member);
                    endings.ofPerson(member, "left " + slug);
                    if (isOnlyHere) {
                        parts().users().delete(member);
                    }
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

    /**
     * Whose tokens and sessions do not count any more, told all at once in the end: each telling waits for a second to be over. At Keycloak
     * they end at once: pages that are turned out go there, and must not find the old session. Should anything fail, nobody goes on with
     * what was taken away until then all the same.
     */
    private final class Endings implements AutoCloseable {

        private final Map<String, String> reasons = new LinkedHashMap<>();

        void ofPerson(String user, String reason) {
            reasons.put(user, reason);
            parts().users().signOut(user);
        }

        void ofMachine(String user, String reason) {
            reasons.put(user, reason);
        }

        @Override
        public void close() {
            if (!reasons.isEmpty()) {
                ended.accept(reasons);
            }
        }
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
