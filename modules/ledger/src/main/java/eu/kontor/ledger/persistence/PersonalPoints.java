package eu.kontor.ledger.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/**
 * What a member has, and how it came. Nothing of it is ever changed: rows hold a member's number and no name, and the seals hold them. What is
 * left to spend expires when the member is erased.
 */
@Service
public class PersonalPoints implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(
                Part.ofCoalition("balances", "balance")
                        .exportedBy("ledger/personal/balances")
                        .endedBy("ledger/personal/points_left"),
                Part.ofCoalition(
                                "movements",
                                "transfer",
                                "award_part",
                                "reversal",
                                "reversal_line",
                                "redemption_return",
                                "passing",
                                "passed_debt",
                                "account_link")
                        .exportedBy("ledger/personal/movements"),
                Part.ofCoalition("holds", "hold", "hold_outcome").exportedBy("ledger/personal/holds"),
                Part.ofCoalition("debts", "debt").exportedBy("ledger/personal/debts"),
                Part.ofCoalition("gifts", "gift").exportedBy("ledger/personal/gifts"),
                Part.ofCoalition("notices", "expiry_notice", "handed_over_notice", "undelivered_notice")
                        .exportedBy("ledger/personal/notices"));
    }
}
