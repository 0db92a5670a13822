package eu.kontor.checkout.domain;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.program.api.Program;
import java.util.List;

/**
 * Policy: who pays for what a purchase earns, and into which pocket it goes. A program rounds what all its rules gave: one part, at
 * the cost of the tenant itself, of which the reason tells the rules.
 */
public final class AwardPolicy {

    private static final String ALL_RULES_TOGETHER = "program";

    private AwardPolicy() {}

    public static List<AwardPart> award(TenantId tenant, Program program, Points points) {
        return List.of(new AwardPart(points, pocket(program), tenant, ALL_RULES_TOGETHER));
    }

    /** Into which everything of the program goes. */
    public static Pocket pocket(Program program) {
        return switch (program.expiry()) {
            case INACTIVITY -> Pocket.inactivity(program.expiryMonths());
            case FIXED_TERM -> Pocket.fixedTerm(program.expiryMonths());
        };
    }
}
