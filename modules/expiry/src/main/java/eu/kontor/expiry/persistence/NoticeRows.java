package eu.kontor.expiry.persistence;

import eu.kontor.expiry.api.ExpiryNotices.Announcement;
import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.expiry.api.ExpiryNotices.Undelivered;
import eu.kontor.expiry.domain.DuePocket;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Notices: what members must be told, and that they were. */
public final class NoticeRows {

    private static final String CANDIDATES = SqlFile.read("expiry/notice_candidates");
    private static final String DUE = SqlFile.read("expiry/notices_due");
    private static final String INSERT = SqlFile.read("expiry/insert_notices");
    private static final String INSERT_HANDED_OVER = SqlFile.read("expiry/insert_handed_over_notices");
    private static final String INSERT_UNDELIVERED = SqlFile.read("expiry/insert_undelivered_notices");

    private static final String INSERT_GIVEN_UP = SqlFile.read("expiry/insert_given_up_notice");

    private final Handle jdbi;

    public NoticeRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record DueRow(
            MemberId memberId, int pocket, LocalDate runsOutOn, long lineThrough, Points points, TenantId issuer) {

        DueNotice due() {
            return new DueNotice(new Notice(memberId, new Pocket(pocket), runsOutOn, lineThrough), points, issuer);
        }
    }

    private record RecordedRow(
            MemberId memberId,
            int pocket,
            LocalDate runsOutOn,
            long lineThrough,
            Points points,
            LocalDate expiresOn,
            int attempt) {

        Announcement announcement() {
            Notice notice = new Notice(memberId, new Pocket(pocket), runsOutOn, lineThrough);
            return new Announcement(notice, points, expiresOn, attempt);
        }
    }

    /** Members who may have something that runs out by that day, after a member, in their order. */
    public List<Long> candidates(long after, LocalDate horizon, int limit) {
        return jdbi.createQuery(CANDIDATES)
                .bind("after", after)
                .bind("horizon", horizon)
                .bind("most", limit)
                .mapTo(Long.class)
                .list();
    }

    public List<DueNotice> due(List<Long> members, LocalDate horizon) {
        return jdbi.createQuery(DUE)
                .bindArray("members", Long.class, members)
                .bind("horizon", horizon)
                .mapTo(DueRow.class)
                .map(DueRow::due)
                .list();
    }

    /** @return those that were recorded */
    public List<Announcement> insert(
            List<Notice> notices, LocalDate toldOn, ToldBy toldBy, int noticeDays, Instant now) {
        return jdbi.createQuery(INSERT)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("toldOn", toldOn)
                .bind("noticeDays", noticeDays)
                .bind("toldBy", toldBy.name().toLowerCase(Locale.ROOT))
                .bindArray("members", Long.class, each(notices, notice -> notice.member()
                        .value()))
                .bindArray("pockets", Integer.class, each(notices, notice -> notice.pocket()
                        .code()))
                .bindArray("runsOutDays", Integer.class, each(notices, notice ->
                        (int) notice.runsOutOn().toEpochDay()))
                .bindArray("linesThrough", Long.class, each(notices, Notice::lineThrough))
                .mapTo(RecordedRow.class)
                .map(RecordedRow::announcement)
                .list();
    }

    private static <T> List<T> each(List<Notice> notices, Function<Notice, T> column) {
        return notices.stream().map(column).toList();
    }

    /** What is there already stays as it is. */
    public void insertHandedOver(List<Announcement> mails, LocalDate today, Instant now) {
        PreparedBatch batch = jdbi.prepareBatch(INSERT_HANDED_OVER);
        for (Announcement mail : mails) {
            bindKey(batch, mail.notice(), mail.attempt())
                    .bind("today", today)
                    .bind("expiresOn", mail.expiresOn())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
    }

    /** What is there already stays as it is. */
    public void insertUndelivered(List<Undelivered> notices, Instant now) {
        PreparedBatch batch = jdbi.prepareBatch(INSERT_UNDELIVERED);
        for (Undelivered one : notices) {
            bindKey(batch, one.notice(), one.attempt())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
    }

    /** What is left in the pocket is given up by its member today. What is there already stays as it is. */
    public void insertGivenUp(MemberId member, DuePocket pocket, LocalDate today, Instant now) {
        jdbi.createUpdate(INSERT_GIVEN_UP)
                .bind("member", member)
                .bind("through", pocket.end())
                .bind("points", pocket.available())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("today", today)
                .bind("pocket", pocket.pocket().code())
                .execute();
    }

    private static PreparedBatch bindKey(PreparedBatch batch, Notice notice, int attempt) {
        return batch.bind("member", notice.member())
                .bind("pocket", notice.pocket().code())
                .bind("runsOutOn", notice.runsOutOn())
                .bind("lineThrough", notice.lineThrough())
                .bind("attempt", attempt);
    }
}
