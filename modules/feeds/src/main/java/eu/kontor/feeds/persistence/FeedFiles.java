package eu.kontor.feeds.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.persistence.FeedFile.FileRefusal;
import eu.kontor.feeds.persistence.FeedFile.Tally;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.nio.charset.Charset;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of {@code coalition.feed_file}. Under a tenant's role it sees that tenant's rows only; {@link #advance} runs under the
 * poster's role and therefore names the tenant.
 */
public final class FeedFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REGISTER =
            """
            insert into coalition.feed_file (tenant_id, file_name, stored_name, source_key, state, bytes, received_at)
            values (?, ?, ?, ?, 'WAITING', ?, ?)
            on conflict do nothing
            returning *""";

    private static final String ONE = "select * from coalition.feed_file where feed_id = ? and tenant_id = ?";

    private static final String NEWEST_FIRST =
            """
            select *
              from coalition.feed_file
             where tenant_id = ? and feed_id < ?
             order by feed_id desc
             limit ?""";

    private static final String IS_REGISTERED =
            "select 1 from coalition.feed_file where tenant_id = ? and stored_name = ?";

    private static final String TENANTS_WITH_WORK =
            """
            select distinct tenant_id
              from coalition.feed_file
             where state in ('WAITING', 'RUNNING')
               and (lease_until is null or lease_until < now() or runner = ?)
             order by tenant_id""";

    /** Leases end by the database's clock, which all nodes share. */
    private static final String CLAIM =
            """
            update coalition.feed_file
               set state = 'RUNNING', runner = ?, lease_until = now() + make_interval(secs => ?)
             where feed_id = (select feed_id
                                from coalition.feed_file
                               where tenant_id = ? and state in ('WAITING', 'RUNNING')
                               order by feed_id
                               limit 1
                                 for update)
               and (lease_until is null or lease_until < now() or runner = ?)
            returning *""";

    private static final String COUNTED =
            """
            update coalition.feed_file
               set layout = ?, encoding = ?, lines_total = ?, worked_millis = worked_millis + ?
             where tenant_id = ? and feed_id = ?""";

    private static final String ENCODING =
            "select encoding from coalition.feed_file where tenant_id = ? and feed_id = ?";

    private static final String ADVANCE =
            """
            update coalition.feed_file
               set position_bytes = ?, position_lines = ?, long_ticket = ?,
                   lines_posted = ?, lines_known = ?, lines_refused = ?, skipped = ?::jsonb, purchases = ?, points = ?,
                   rejects_bytes = ?, worked_millis = worked_millis + ?, lease_until = now() + make_interval(secs => ?)
             where tenant_id = ? and feed_id = ? and runner = ? and position_bytes = ?
               and state in ('RUNNING', 'STOPPED', 'WAITING')
            returning state""";

    private static final String FINISH =
            """
            update coalition.feed_file
               set state = ?, finished_at = ?, refusal_code = ?, refusal_details = ?::jsonb, runner = null, lease_until = null
             where tenant_id = ? and feed_id = ? and runner = ? and state = 'RUNNING'""";

    private static final String BACK_OFF =
            """
            update coalition.feed_file
               set runner = null, lease_until = now() + make_interval(secs => ?)
             where tenant_id = ? and feed_id = ? and runner = ?""";

    private static final String STOP =
            """
            update coalition.feed_file set state = 'STOPPED'
             where tenant_id = ? and feed_id = ? and state in ('WAITING', 'RUNNING', 'STOPPED')""";

    private static final String RESUME =
            """
            update coalition.feed_file set state = 'WAITING'
             where tenant_id = ? and feed_id = ? and state in ('WAITING', 'RUNNING', 'STOPPED')""";

    private static final String FINISHED_BUT_IN_WORK =
            """
            select *
              from coalition.feed_file
             where tenant_id = ? and stored_name = any (?) and state in ('DONE', 'REFUSED')""";

    /**
     * Enters a stored file.
     *
     * @return empty when this very file, found at the same source, is under way already
     */
    public Optional<FeedFile> register(UnitOfWork unit, NewFile file, Instant now) throws SQLException {
        return one(
                unit,
                REGISTER,
                file.tenant().value(),
                file.fileName(),
                file.storedName(),
                file.sourceKey(),
                file.bytes(),
                at(now));
    }

    /** @param sourceKey what tells this file from another of the same name */
    public record NewFile(TenantId tenant, String fileName, String storedName, String sourceKey, long bytes) {}

    public Optional<FeedFile> find(UnitOfWork unit, TenantId tenant, long feedId) throws SQLException {
        return one(unit, ONE, feedId, tenant.value());
    }

    public List<FeedFile> newestFirst(UnitOfWork unit, TenantId tenant, long before, int limit) throws SQLException {
        return many(unit, NEWEST_FIRST, tenant.value(), before, limit);
    }

    public boolean isRegistered(UnitOfWork unit, TenantId tenant, String storedName) throws SQLException {
        try (PreparedStatement statement = prepare(unit, IS_REGISTERED, tenant.value(), storedName);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /** Files that ended while their end was not yet tidied away. */
    public List<FeedFile> finishedAmong(UnitOfWork unit, TenantId tenant, List<String> storedNames)
            throws SQLException {
        return many(
                unit,
                FINISHED_BUT_IN_WORK,
                tenant.value(),
                unit.connection().createArrayOf("text", storedNames.toArray()));
    }

    /** Under the operator's role. */
    public List<TenantId> tenantsWithWork(UnitOfWork unit, String runner) throws SQLException {
        List<TenantId> tenants = new ArrayList<>();
        try (PreparedStatement statement = prepare(unit, TENANTS_WITH_WORK, runner);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantId(rows.getInt(1)));
            }
        }
        return tenants;
    }

    /** The tenant's oldest unfinished file, unless another node has it. */
    public Optional<FeedFile> claim(UnitOfWork unit, TenantId tenant, String runner, int leaseSeconds)
            throws SQLException {
        return one(unit, CLAIM, runner, leaseSeconds, tenant.value(), runner);
    }

    /** What was seen before the first line was posted. */
    public void counted(UnitOfWork unit, FeedFile feed, FilePrePass.Finding finding, long workedMillis)
            throws SQLException {
        FeedMapping mapping = finding.mapping();
        update(
                unit,
                COUNTED,
                mapping.layout().slug(),
                mapping.encoding().name(),
                finding.lines(),
                workedMillis,
                feed.tenant().value(),
                feed.id());
    }

    /** In which the file came; empty while nobody looked into it. */
    public Optional<Charset> encoding(UnitOfWork unit, TenantId tenant, long feedId) throws SQLException {
        try (PreparedStatement statement = prepare(unit, ENCODING, tenant.value(), feedId);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)).map(Charset::forName) : Optional.empty();
        }
    }

    /**
     * Moves the checkpoint.
     *
     * @param from the row as this node last knew it
     * @param to the same with the new position and counts
     * @return the state that a person may have changed meanwhile; empty when another node has taken over: then nothing may be committed
     */
    public Optional<State> advance(UnitOfWork unit, FeedFile from, FeedFile to, String runner, int leaseSeconds)
            throws SQLException {
        Tally tally = to.tally();
        try (PreparedStatement statement = prepare(
                        unit,
                        ADVANCE,
                        to.position().bytes(),
                        to.position().linesBefore(),
                        to.longTicket().orElse(null),
                        tally.posted(),
                        tally.known(),
                        tally.refused(),
                        json(tally.skipped()),
                        tally.purchases(),
                        tally.points(),
                        to.rejectsBytes(),
                        to.workedMillis() - from.workedMillis(),
                        leaseSeconds,
                        from.tenant().value(),
                        from.id(),
                        runner,
                        from.position().bytes());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(State.valueOf(row.getString(1))) : Optional.empty();
        }
    }

    /** @return false when it was stopped or taken over meanwhile */
    public boolean finish(UnitOfWork unit, FeedFile feed, Optional<FileRefusal> refusal, String runner, Instant now)
            throws SQLException {
        return update(
                        unit,
                        FINISH,
                        (refusal.isPresent() ? State.REFUSED : State.DONE).name(),
                        at(now),
                        refusal.map(FileRefusal::code).orElse(null),
                        refusal.map(each -> json(each.details())).orElse(null),
                        feed.tenant().value(),
                        feed.id(),
                        runner)
                == 1;
    }

    /** Leaves the file to whichever node tries again after so many seconds. */
    public void backOff(UnitOfWork unit, FeedFile feed, String runner, int seconds) throws SQLException {
        update(unit, BACK_OFF, seconds, feed.tenant().value(), feed.id(), runner);
    }

    /** @return false when it has ended or does not exist */
    public boolean stop(UnitOfWork unit, TenantId tenant, long feedId) throws SQLException {
        return update(unit, STOP, tenant.value(), feedId) == 1;
    }

    /** @return false when it has ended or does not exist */
    public boolean resume(UnitOfWork unit, TenantId tenant, long feedId) throws SQLException {
        return update(unit, RESUME, tenant.value(), feedId) == 1;
    }

    private static Optional<FeedFile> one(UnitOfWork unit, String sql, Object... arguments) throws SQLException {
        return many(unit, sql, arguments).stream().findFirst();
    }

    private static List<FeedFile> many(UnitOfWork unit, String sql, Object... arguments) throws SQLException {
        List<FeedFile> files = new ArrayList<>();
        try (PreparedStatement statement = prepare(unit, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                files.add(file(rows));
            }
        }
        return files;
    }

    private static int update(UnitOfWork unit, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(unit, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(UnitOfWork unit, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = unit.connection().prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static FeedFile file(ResultSet row) throws SQLException {
        String refusalCode = row.getString("refusal_code");
        return new FeedFile(
                row.getLong("feed_id"),
                new TenantId(row.getInt("tenant_id")),
                row.getString("file_name"),
                row.getString("stored_name"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("layout")),
                Optional.ofNullable(row.getObject("lines_total", Long.class)),
                new RecordReader.Position(row.getLong("position_bytes"), row.getLong("position_lines")),
                Optional.ofNullable(row.getString("long_ticket")),
                tally(row),
                row.getLong("rejects_bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("worked_millis"),
                refusalCode == null
                        ? Optional.empty()
                        : Optional.of(new FileRefusal(
                                refusalCode, read(row.getString("refusal_details"), new TypeReference<>() {}))));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("lines_posted"),
                row.getLong("lines_known"),
                row.getLong("lines_refused"),
                read(row.getString("skipped"), new TypeReference<>() {}),
                row.getLong("purchases"),
                row.getLong("points"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(Map<String, ?> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed's row holds JSON that is none", e);
        }
    }
}
