package eu.kontor.ledger.api;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;

/**
 * A part of what a purchase earned: one rule's points, from one funder, into one pocket.
 *
 * @param points zero where the rule gave nothing: remembered with the purchase, without a transfer
 * @param funder who issues these points, and pays for them: the purchase's own tenant, or another one
 * @param rule the name under which the program keeps the rule
 */
public record AwardPart(Points points, Pocket pocket, TenantId funder, String rule) {

    /** A name is for people; what explains a rule at length stays with the program. */
    public static final int LONGEST_RULE = 200;

    public AwardPart {
        if (rule.isBlank() || rule.length() > LONGEST_RULE) {
            throw new IllegalArgumentException("a rule has a name of at most " + LONGEST_RULE + " characters");
        }
    }
}
