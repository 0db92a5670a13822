package eu.kontor.checkout.domain;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Earning.Promoted;
import eu.kontor.program.api.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Policy: who pays for what a purchase earns, and into which pocket it goes. What the base gave is one part, at the cost of the tenant
 * itself, of which the reason tells the rules; each promotion's points are a part of their own.
 */
public final class AwardPolicy {

    private static final String ALL_RULES_TOGETHER = "program";

    /** The rest of many, which a posting has no room for one by one. */
    private static final String OTHER_PROMOTIONS = "promotions";

    /** Base, promotions, and the rest of them: within what the ledger takes. */
    private static final int MOST_PROMOTIONS = 18;

    private AwardPolicy() {}

    /** Of a purchase to which no promotion gave anything. */
    public static List<AwardPart> award(TenantId tenant, Program program, Points points) {
        return List.of(new AwardPart(points, pocket(program), tenant, ALL_RULES_TOGETHER));
    }

    public static List<AwardPart> award(TenantId tenant, Program program, Earning earning) {
        List<AwardPart> parts = new ArrayList<>(award(tenant, program, earning.basePoints()));
        List<Promoted> promoted = earning.promoted().stream()
                .filter(each -> !each.points().isZero())
                .toList();
        promoted.stream()
                .limit(MOST_PROMOTIONS)
                .forEach(each -> parts.add(new AwardPart(each.points(), pocket(program), tenant, each.promotion())));
        promoted.stream()
                .skip(MOST_PROMOTIONS)
                .map(Promoted::points)
                .reduce(Points::plus)
                .ifPresent(rest -> parts.add(new AwardPart(rest, pocket(program), tenant, OTHER_PROMOTIONS)));
        return List.copyOf(parts);
    }

    /** Into which everything of the program goes. */
    public static Pocket pocket(Program program) {
        return switch (program.expiry()) {
            case INACTIVITY -> Pocket.inactivity(program.expiryMonths());
            case FIXED_TERM -> Pocket.fixedTerm(program.expiryMonths());
        };
    }
}
