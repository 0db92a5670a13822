package eu.kontor.expiry.persistence;

import eu.kontor.expiry.api.ExpiryNotices.Announcement;
import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.expiry.api.ExpiryNotices.Undelivered;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notices: what members must be told, and that they were. */
public final class NoticeRows {

    private static final String CANDIDATES = SqlFile.read("expiry/notice_candidates");
    private static final String DUE = SqlFile.read("expiry/notices_due");
    private static final String INSERT = SqlFile.read("expiry/insert_notices");
    private static final String INSERT_HANDED_OVER = SqlFile.read("expiry/insert_handed_over_notices");
    private static final String INSERT_UNDELIVERED = SqlFile.read("expiry/insert_undelivered_notices");

    private final Connection connection;

    public NoticeRows(Connection connection) {
        this.connection = connection;
    }

    /** Members who may have something that runs out by that day, after a member, in their order. */
    public List<Long> candidates(long after, LocalDate horizon, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CANDIDATES)) {
            statement.setLong(1, after);
            statement.setObject(2, horizon);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Long> members = new ArrayList<>();
                while (row.next()) {
                    members.add(row.getLong(1));
                }
                return members;
            }
        }
    }

    public List<DueNotice> due(List<Long> members, LocalDate horizon) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, members.stream().mapToLong(Long::longValue).toArray());
            statement.setObject(2, horizon);
            try (ResultSet row = statement.executeQuery()) {
                List<DueNotice> due = new ArrayList<>();
                while (row.next()) {
                    due.add(new DueNotice(notice(row), Points.of(row.getLong(5)), new TenantId(row.getInt(6))));
                }
                return due;
            }
        }
    }

    /** @return those that were recorded */
    public List<Announcement> insert(List<Notice> notices, LocalDate toldOn, ToldBy toldBy, int noticeDays, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, toldOn);
            statement.setInt(3, noticeDays);
            statement.setString(4, toldBy.name().toLowerCase(Locale.ROOT));
            long[] members = notices.stream()
                    .mapToLong(notice -> notice.member().value())
                    .toArray();
            statement.setObject(5, members);
            statement.setObject(
                    6,
                    notices.stream().mapToInt(notice -> notice.pocket().code()).toArray());
            statement.setObject(
                    7,
                    notices.stream()
                            .mapToInt(notice -> (int) notice.runsOutOn().toEpochDay())
                            .toArray());
            statement.setObject(
                    8, notices.stream().mapToLong(Notice::lineThrough).toArray());
            statement.setObject(9, members);
            try (ResultSet row = statement.executeQuery()) {
                List<Announcement> recorded = new ArrayList<>();
                while (row.next()) {
                    recorded.add(new Announcement(
                            notice(row), Points.of(row.getLong(5)), row.getObject(6, LocalDate.class), row.getInt(7)));
                }
                return recorded;
            }
        }
    }

    /** What is there already stays as it is. */
    public void insertHandedOver(List<Announcement> mails, LocalDate today, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_HANDED_OVER)) {
            for (Announcement mail : mails) {
                setKey(statement, mail.notice(), mail.attempt());
                statement.setObject(6, today);
                statement.setObject(7, mail.expiresOn());
                statement.setObject(8, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What is there already stays as it is. */
    public void insertUndelivered(List<Undelivered> notices, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_UNDELIVERED)) {
            for (Undelivered one : notices) {
                setKey(statement, one.notice(), one.attempt());
                statement.setObject(6, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void setKey(PreparedStatement statement, Notice notice, int attempt) throws SQLException {
        statement.setLong(1, notice.member().value());
        statement.setInt(2, notice.pocket().code());
        statement.setObject(3, notice.runsOutOn());
        statement.setLong(4, notice.lineThrough());
        statement.setInt(5, attempt);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                new MemberId(row.getLong(1)),
                new Pocket(row.getInt(2)),
                row.getObject(3, LocalDate.class),
                row.getLong(4));
    }
}
