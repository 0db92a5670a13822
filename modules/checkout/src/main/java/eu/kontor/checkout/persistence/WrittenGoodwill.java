package eu.kontor.checkout.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.checkout.api.Corrections.Reason;
import eu.kontor.checkout.domain.GoodwillRules;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.RoleLimit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A brand's rules of goodwill as its file says them. */
final class WrittenGoodwill {

    /** As they stand in a tenant's file. */
    private static final Map<Role, String> KEYS = Map.of(
            Role.OPERATOR, "operator", Role.ADMIN, "admin", Role.FRONT_DESK, "frontDesk", Role.MACHINE, "machine");

    private WrittenGoodwill() {}

    /** @param section of a tenant's file; what it does not name is usual. What the operator may do is not the brand's to say */
    static GoodwillRules rules(JsonNode section) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode reason : section.path("reasons")) {
            Map<String, String> names = new TreeMap<>();
            reason.path("name")
                    .properties()
                    .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
            reasons.add(new Reason(reason.path("code").asText(), names));
        }
        Map<Role, RoleLimit> limits = new EnumMap<>(GoodwillRules.USUAL.limits());
        KEYS.forEach((role, key) -> limits.computeIfPresent(
                role,
                (same, usual) -> role == Role.OPERATOR
                        ? usual
                        : limit(section.path("limits").path(key), usual)));
        return new GoodwillRules(
                reasons.isEmpty() ? GoodwillRules.USUAL.reasons() : reasons,
                limits,
                Points.of(section.path("most").asLong(GoodwillRules.USUAL.most().value())));
    }

    private static RoleLimit limit(JsonNode limit, RoleLimit usual) {
        return new RoleLimit(
                Points.of(limit.path("atOnce").asLong(usual.atOnce().value())),
                Points.of(limit.path("aDay").asLong(usual.aDay().value())));
    }
}
