package eu.kontor.retention.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.retention.persistence.RunsOfRetention;
import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.PartlyRemoved;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Members whom nobody saw for years, and who have nothing left: erased as if they had asked for it. One who cannot be erased holds up no other. */
@Service
public class KeptMembers implements KeptForATime {

    private static final Caller ROUND = Caller.system("retention");

    /** Each takes a transaction at every brand; the rest is left to the next day. */
    private static final int MOST_A_DAY = 2_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final RunsOfRetention rows;
    private final MemberErasures erasures;

    @Inject
    public KeptMembers(Transactions transactions, Tenants tenants, RunsOfRetention rows, MemberErasures erasures) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = rows;
        this.erasures = erasures;
    }

    @Override
    public String kind() {
        return "inactive-members";
    }

    @Override
    public Period usual() {
        return Period.ofYears(6);
    }

    @Override
    public long remove(Instant before) {
        LocalDate day = tenants.coalition().dayOf(before);
        List<MemberId> inactive = transactions.asOperator(unit -> rows.inactive(unit, day, MOST_A_DAY));
        return PartlyRemoved.ofEach(inactive, member -> {
            erasures.eraseUnasked(ROUND, member, "not seen since " + day);
            return 1;
        });
    }
}
