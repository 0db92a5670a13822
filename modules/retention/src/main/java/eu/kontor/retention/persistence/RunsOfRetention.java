package eu.kontor.retention.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.retention.api.RetentionPeriods.Run;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code coalition.retention_run}, and who was not seen for long. */
@Service
public class RunsOfRetention {

    private static final String REMEMBER = SqlFile.read("retention/remember_run");
    private static final String RUNS = SqlFile.read("retention/runs");
    private static final String INACTIVE = SqlFile.read("retention/inactive_members");

    public Map<String, Run> byKind(UnitOfWork unit) {
        return unit.jdbi()
                .createQuery(RUNS)
                .mapTo(Row.class)
                .collectToMap(Row::kind, row -> new Run(row.ranAt(), row.removed(), row.removedInAll(), row.failure()));
    }

    /** @param since what was older went */
    public void remember(
            UnitOfWork unit, String kind, Instant since, long removed, Optional<String> failure, Instant now) {
        unit.jdbi()
                .createUpdate(REMEMBER)
                .bind("kind", kind)
                .bind("now", at(now))
                .bind("since", at(since))
                .bind("removed", removed)
                .bind("failure", failure)
                .execute();
    }

    public List<MemberId> inactive(UnitOfWork unit, LocalDate since, int most) {
        return unit.jdbi()
                .createQuery(INACTIVE)
                .bind("day", since)
                .bind("most", most)
                .mapTo(MemberId.class)
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Row(String kind, Instant ranAt, long removed, long removedInAll, Optional<String> failure) {}
}
