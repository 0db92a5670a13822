package eu.kontor.membership.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.membership.domain.CodeAttempts;
import eu.kontor.membership.persistence.CodeRecords;
import eu.kontor.membership.persistence.CodeRecords.StoredCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** Compares confirmation codes and counts wrong ones; the count is committed even though the answer is a refusal. */
@Service
public class MemberCodes implements ConfirmationCodes {

    private final Transactions transactions;
    private final CodeRecords records;
    private final CodeHashing hashing;
    private final Clock clock;

    @Inject
    public MemberCodes(Transactions transactions, CodeRecords records, CodeHashing hashing, Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.hashing = hashing;
        this.clock = clock;
    }

    @Override
    public void verify(MemberId member, String code) {
        if (transactions.isUnderWay()) {
            throw new IllegalStateException(
                    "verify a code outside a transaction: its refusal would undo the count of attempts");
        }
        boolean right = transactions.asPoster(unit -> attempt(unit, member, code));
        if (!right) {
            throw new Refusal(RefusalCode.CONFIRMATION_CODE_WRONG);
        }
    }

    private boolean attempt(UnitOfWork unit, MemberId member, String code) throws SQLException {
        Instant now = clock.instant();
        StoredCode stored = records.lock(unit, member).orElse(null);
        if (stored == null || stored.attempts().isLocked(now)) {
            return false;
        }
        boolean right = hashing.matches(code, stored.code());
        CodeAttempts after =
                right ? stored.attempts().afterRight() : stored.attempts().afterWrong(now);
        if (!after.equals(stored.attempts())) {
            records.remember(unit, member, after);
        }
        return right;
    }
}
