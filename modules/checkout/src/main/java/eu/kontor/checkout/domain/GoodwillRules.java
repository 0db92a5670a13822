package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Corrections.Reason;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.RoleLimit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Policy: for which reasons a brand makes something good, and how much of it its people may do alone. What a brand does not say is as
 * {@link #USUAL}: a desk gives what a breakfast earns, an admin ten times that, a machine proposes only.
 *
 * @param most that anybody may give at once, approved or not
 */
public record GoodwillRules(List<Reason> reasons, Map<Role, RoleLimit> limits, Points most) {

    public static final GoodwillRules USUAL = new GoodwillRules(
            List.of(
                    reason("service", "Poor service", "Mal servicio", "服务不周"),
                    reason("wait", "Long wait", "Espera larga", "等候过久"),
                    reason("missing-points", "Points that were missing", "Puntos que faltaban", "漏记的积分"),
                    reason("promise", "A promise kept", "Promesa cumplida", "兑现承诺"),
                    reason("mistake", "Given by mistake", "Concedido por error", "误给")),
            Map.of(
                    Role.FRONT_DESK, new RoleLimit(Points.of(500), Points.of(2_000)),
                    Role.ADMIN, new RoleLimit(Points.of(5_000), Points.of(20_000)),
                    Role.OPERATOR, new RoleLimit(Points.of(20_000), Points.of(100_000)),
                    Role.MACHINE, RoleLimit.NONE),
            Points.of(100_000));

    /** The mightiest role of a caller counts; any machine that may serve guests is one. */
    private static final List<Role> BY_MIGHT = List.of(Role.OPERATOR, Role.ADMIN, Role.FRONT_DESK, Role.TILL);

    public GoodwillRules {
        reasons = List.copyOf(reasons);
        limits = Map.copyOf(limits);
    }

    private static Reason reason(String code, String en, String es, String zh) {
        return new Reason(code, Map.of("en", en, "es", es, "zh", zh));
    }

    public RoleLimit limitOf(Caller caller) {
        return BY_MIGHT.stream()
                .filter(caller::isAny)
                .findFirst()
                .map(role -> limits.get(role == Role.TILL ? Role.MACHINE : role))
                .orElse(RoleLimit.NONE);
    }

    /** @throws Refusal {@code POINTS_NOT_POSITIVE}, {@code CORRECTION_TOO_LARGE} */
    public Points possible(Points wanted) {
        if (RedemptionPolicy.some(wanted).isMoreThan(most)) {
            throw new Refusal(RefusalCode.CORRECTION_TOO_LARGE, "most", most, "wanted", wanted);
        }
        return wanted;
    }

    /** @throws Refusal {@code CORRECTION_REASON_UNKNOWN} naming those that there are */
    public String known(String reason) {
        String code = FieldPolicy.required("reason", reason).strip();
        return reasons.stream()
                .map(Reason::code)
                .filter(code::equals)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        RefusalCode.CORRECTION_REASON_UNKNOWN,
                        "reason",
                        code,
                        "allowed",
                        reasons.stream().map(Reason::code).collect(Collectors.joining(", "))));
    }
}
