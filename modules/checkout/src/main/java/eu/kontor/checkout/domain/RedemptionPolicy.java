package eu.kontor.checkout.domain;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** What a redemption needs, and a gift, which takes the member's points as well. */
public final class RedemptionPolicy {

    /**
     * How long authorized points stay reserved: long enough to finish a sale at a counter or in a web shop, short enough that a
     * forgotten hold is free again before the guest reaches the next outlet.
     */
    public static final Duration HOLD_VALIDITY = Duration.ofMinutes(15);

    private static final String CODE = "confirmationCode";

    private RedemptionPolicy() {}

    /** @throws Refusal {@code POINTS_NOT_POSITIVE} */
    public static Points some(Points points) {
        if (points.isZero()) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        return points;
    }

    /** @throws Refusal {@code POINTS_NOT_POSITIVE}, {@code BELOW_MINIMUM_REDEMPTION} */
    public static Points enough(Points points, Program program) {
        if (program.minimumRedemption().isMoreThan(some(points))) {
            throw new Refusal(
                    RefusalCode.BELOW_MINIMUM_REDEMPTION,
                    "minimum",
                    program.minimumRedemption().value());
        }
        return points;
    }

    /**
     * The code that has to be verified: always when a person serves, because a cashier who saw the card could redeem alone; for
     * machines from so many points on as coalition and brand say. A code that was given is verified in any case.
     *
     * @param protection what holds at the brand: the coalition's and its own
     * @throws Refusal {@code FIELD_MISSING} when it is needed but absent
     */
    public static Optional<String> codeToVerify(
            Caller caller, Protection protection, Points points, Optional<String> given) {
        Optional<String> code = typed(given);
        boolean isServedByAPerson = caller.isAny(Role.FRONT_DESK, Role.ADMIN);
        if (code.isEmpty() && (isServedByAPerson || protection.asksForCode(points))) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", CODE);
        }
        return code;
    }

    /**
     * Of a gift, always: nobody but the member gives the member's points away.
     *
     * @throws Refusal {@code FIELD_MISSING}
     */
    public static String codeOfGiver(Optional<String> given) {
        return typed(given).orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", CODE));
    }

    private static Optional<String> typed(Optional<String> given) {
        return given.filter(text -> !text.isBlank());
    }

    /** What some of the points had paid of what all of them did; never more than that. */
    public static MoneyAmount part(MoneyAmount paid, Points by, Points some) {
        BigDecimal part = paid.amount()
                .multiply(BigDecimal.valueOf(some.value()))
                .divide(BigDecimal.valueOf(by.value()), paid.currency().getDefaultFractionDigits(), RoundingMode.DOWN);
        return new MoneyAmount(part, paid.currency());
    }
}
