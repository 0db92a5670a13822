package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tenant as an organization of Keycloak: the alias is the slug, and a group per role gives its members that role in their tokens. */
final class KeycloakOrganizations {

    /** Roles that people have at a tenant. */
    private static final List<Role> GROUPS = List.of(Role.ADMIN, Role.FINANCE, Role.FRONT_DESK);

    /** Keycloak gives lists in pages of ten if not asked otherwise; more organizations than this need another way to look one up. */
    private static final int MOST_ORGANIZATIONS = 5_000;

    private static final int MOST_MEMBERS = 10_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KeycloakAdmin admin;

    KeycloakOrganizations(KeycloakAdmin admin) {
        this.admin = admin;
    }

    Optional<String> find(TenantSlug slug) {
        for (JsonNode organization : admin.get("/organizations?first=0&max=" + MOST_ORGANIZATIONS)) {
            if (organization.path("alias").asText().equals(slug.value())) {
                return Optional.of(organization.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** @return its id; one that is there keeps being enabled or not */
    String ensure(IdentityProvisioning.TenantIdentity tenant) {
        Optional<String> known = find(tenant.slug());
        ObjectNode wanted = known.map(id -> (ObjectNode) admin.get("/organizations/" + id))
                .orElseGet(() ->
                        JSON.objectNode().put("alias", tenant.slug().value()).put("enabled", true));
        wanted.put("name", tenant.name());
        wanted.withObjectProperty("attributes")
                .putArray("tenant_id")
                .add(Integer.toString(tenant.id().value()));
        if (known.isEmpty()) {
            return admin.post("/organizations", wanted);
        }
        admin.put("/organizations/" + known.get(), wanted);
        return known.get();
    }

    void setEnabled(String organization, boolean enabled) {
        ObjectNode representation = (ObjectNode) admin.get("/organizations/" + organization);
        admin.put("/organizations/" + organization, representation.put("enabled", enabled));
    }

    void delete(String organization) {
        admin.delete("/organizations/" + organization);
    }

    /** Makes the groups that are missing. @return their ids */
    Map<Role, String> ensureGroups(String organization) {
        Map<Role, String> groups = new EnumMap<>(Role.class);
        JsonNode known = admin.get("/organizations/" + organization + "/groups?first=0&max=100");
        for (Role role : GROUPS) {
            String name = groupName(role);
            for (JsonNode group : known) {
                if (group.path("name").asText().equals(name)) {
                    groups.put(role, group.path("id").asText());
                }
            }
            groups.computeIfAbsent(
                    role,
                    ignored -> admin.post(
                            "/organizations/" + organization + "/groups",
                            JSON.objectNode().put("name", name)));
        }
        return groups;
    }

    void join(String organization, String user) {
        admin.postUnlessThere(
                "/organizations/" + organization + "/members",
                JSON.textNode(user).toString());
    }

    /**
     * Puts the user into exactly these groups.
     *
     * @param before who was in which group
     * @return whether something changed
     */
    boolean setGroups(
            String organization,
            Map<Role, String> groups,
            Map<Role, Set<String>> before,
            String user,
            Set<Role> roles) {
        boolean isChanged = false;
        for (Map.Entry<Role, String> group : groups.entrySet()) {
            String membership = "/organizations/" + organization + "/groups/" + group.getValue() + "/members/" + user;
            boolean isWanted = roles.contains(group.getKey());
            if (isWanted != before.get(group.getKey()).contains(user)) {
                isChanged = true;
                if (isWanted) {
                    admin.putUnlessThere(membership);
                } else {
                    admin.delete(membership);
                }
            }
        }
        return isChanged;
    }

    /** @return the ids of those in each group */
    Map<Role, Set<String>> groupMembers(String organization, Map<Role, String> groups) {
        Map<Role, Set<String>> members = new EnumMap<>(Role.class);
        groups.forEach((role, group) -> members.put(
                role,
                ids("/organizations/" + organization + "/groups/" + group + "/members?first=0&max=" + MOST_MEMBERS)));
        return members;
    }

    /** @return the ids of its members, people and service account */
    Set<String> members(String organization) {
        return ids("/organizations/" + organization + "/members?first=0&max=" + MOST_MEMBERS);
    }

    void leave(String organization, String user) {
        admin.delete("/organizations/" + organization + "/members/" + user);
    }

    /** How many organizations the user belongs to. */
    int memberships(String user) {
        return admin.get("/organizations/members/" + user + "/organizations").size();
    }

    private Set<String> ids(String people) {
        Set<String> ids = new HashSet<>();
        admin.get(people).forEach(person -> ids.add(person.path("id").asText()));
        return ids;
    }

    private static String groupName(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
