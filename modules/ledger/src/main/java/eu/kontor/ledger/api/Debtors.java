package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import java.util.Optional;

/** Members whose points were taken back after they had been spent. A tenant's caller is told of debts at its tenant, the operator of all. */
public interface Debtors {

    /** In the order of their numbers. @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code CURSOR_INVALID} */
    Page<Debtor> list(Caller caller, Optional<String> cursor, int limit);

    /** @param debt what the next earnings repay first */
    record Debtor(MemberId member, Points debt) {}
}
