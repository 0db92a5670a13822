package eu.kontor.tenancy.persistence;

import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** {@code coalition.ended_access}; needs the operator's role. */
@Service
public class EndedAccessRecords {

    private static final String READ = SqlFile.read("tenancy/ended_access");
    private static final String END = SqlFile.read("tenancy/end_access");
    private static final String FORGET = SqlFile.read("tenancy/forget_ended_access");

    /** @return by subject, the moment before which nothing counts that was granted to it */
    public Map<String, Instant> all(UnitOfWork unit) {
        return unit.jdbi().createQuery(READ).mapTo(EndedRow.class).collectToMap(EndedRow::subject, row -> row.endedAt()
                .toInstant());
    }

    public void end(UnitOfWork unit, String subject, Instant at, String reason) {
        unit.jdbi()
                .createUpdate(END)
                .bind("subject", subject)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("reason", reason)
                .execute();
    }

    public void forgetBefore(UnitOfWork unit, Instant moment) {
        unit.jdbi()
                .createUpdate(FORGET)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private record EndedRow(String subject, OffsetDateTime endedAt) {}
}
