package eu.kontor.feeds.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.UploadQuota;
import eu.kontor.feeds.persistence.FeedFile.FileRefusal;
import eu.kontor.feeds.persistence.FeedFile.Tally;
import eu.kontor.files.api.RecordReader;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of {@code coalition.feed_file}. Under a tenant's role it sees that tenant's rows only; {@link #advance} runs under the
 * poster's role and therefore names the tenant.
 */
public final class FeedFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowMapper<FeedFile> FILE = FeedFiles::file;

    /**
     * Enters a stored file.
     *
     * @return empty when this very file, found at the same source, is under way already
     */
    public Optional<FeedFile> register(UnitOfWork unit, NewFile file, Instant now) {
        return query(unit, "register")
                .bind("tenant", file.tenant())
                .bind("fileName", file.fileName())
                .bind("storedName", file.storedName())
                .bind("sourceKey", file.sourceKey())
                .bind("bytes", file.bytes())
                .bind("now", now)
                .map(FILE)
                .findOne();
    }

    /** @param sourceKey what tells this file from another of the same name */
    public record NewFile(TenantId tenant, String fileName, String storedName, String sourceKey, long bytes) {}

    /** @param by the actor's number */
    public void brought(UnitOfWork unit, FeedFile feed, int by) {
        update(unit, "brought", feed.tenant(), feed.id()).bind("by", by).execute();
    }

    /** The actor's number; zero where nobody handed it in. */
    public int broughtBy(UnitOfWork unit, FeedFile feed) {
        return query(unit, "brought_by")
                .bind("tenant", feed.tenant())
                .bind("feed", feed.id())
                .mapTo(Integer.class)
                .one();
    }

    /** @param since of which moment on bytes count */
    public UploadQuota.Used used(UnitOfWork unit, TenantId tenant, Instant since) {
        return query(unit, "used_quota")
                .bind("tenant", tenant)
                .bind("since", since)
                .mapTo(UploadQuota.Used.class)
                .one();
    }

    public Optional<FeedFile> find(UnitOfWork unit, TenantId tenant, long feedId) {
        return query(unit, "find")
                .bind("tenant", tenant)
                .bind("feed", feedId)
                .map(FILE)
                .findOne();
    }

    public List<FeedFile> newestFirst(UnitOfWork unit, TenantId tenant, long before, int limit) {
        return query(unit, "newest_first")
                .bind("tenant", tenant)
                .bind("before", before)
                .bind("limit", limit)
                .map(FILE)
                .list();
    }

    public boolean isRegistered(UnitOfWork unit, TenantId tenant, String storedName) {
        return query(unit, "is_registered")
                .bind("tenant", tenant)
                .bind("storedName", storedName)
                .mapTo(Boolean.class)
                .one();
    }

    /** Files that ended while their end was not yet tidied away. */
    public List<FeedFile> finishedAmong(UnitOfWork unit, TenantId tenant, List<String> storedNames) {
        return query(unit, "finished_but_in_work")
                .bind("tenant", tenant)
                .bindArray("storedNames", String.class, storedNames)
                .map(FILE)
                .list();
    }

    /** Under the operator's role. */
    public List<TenantId> tenantsWithWork(UnitOfWork unit, String runner) {
        return query(unit, "tenants_with_work")
                .bind("runner", runner)
                .mapTo(Integer.class)
                .map(TenantId::new)
                .list();
    }

    /** The tenant's oldest unfinished file, unless another node has it. */
    public Optional<FeedFile> claim(UnitOfWork unit, TenantId tenant, String runner, int leaseSeconds) {
        return query(unit, "claim")
                .bind("tenant", tenant)
                .bind("runner", runner)
                .bind("leaseSeconds", leaseSeconds)
                .map(FILE)
                .findOne();
    }

    /** What was seen before the first line was posted. */
    public void counted(UnitOfWork unit, FeedFile feed, FilePrePass.Finding finding, long workedMillis)
            throws SQLException {
        FeedMapping mapping = finding.mapping();
        update(unit, "counted", feed.tenant(), feed.id())
                .bind("layout", mapping.layout().slug())
                .bind("encoding", finding.encoding().name())
                .bind("lines", finding.lines())
                .bindBySqlType(
                        "columnsRepeated",
                        unit.connection()
                                .createArrayOf(
                                        "text", finding.header().repeatedNames().toArray()),
                        Types.ARRAY)
                .bind("workedMillis", workedMillis)
                .execute();
    }

    /** In which the file came; empty while nobody looked into it. */
    public Optional<Charset> encoding(UnitOfWork unit, TenantId tenant, long feedId) {
        return query(unit, "encoding")
                .bind("tenant", tenant)
                .bind("feed", feedId)
                .mapTo(String.class)
                .findOne()
                .map(Charset::forName);
    }

    /**
     * Moves the checkpoint.
     *
     * @param from the row as this node last knew it
     * @param to the same with the new position and counts
     * @return the state that a person may have changed meanwhile; empty when another node has taken over: then nothing may be committed
     */
    public Optional<State> advance(UnitOfWork unit, FeedFile from, FeedFile to, String runner, int leaseSeconds) {
        return query(unit, "advance")
                .bind("tenant", from.tenant())
                .bind("feed", from.id())
                .bind("runner", runner)
                .bind("fromBytes", from.position().bytes())
                .bind("positionBytes", to.position().bytes())
                .bind("positionLines", to.position().linesBefore())
                .bind("longTicket", to.longTicket().orElse(null))
                .bind("skipped", json(to.tally().skipped()))
                .bindMethods(to.tally())
                .bind("rejectsBytes", to.rejectsBytes())
                .bind("workedMillis", to.workedMillis() - from.workedMillis())
                .bind("leaseSeconds", leaseSeconds)
                .mapTo(State.class)
                .findOne();
    }

    /**
     * @param state in which it ends
     * @return false when it was stopped or taken over meanwhile
     */
    public boolean finish(
            UnitOfWork unit, FeedFile feed, State state, Optional<FileRefusal> refusal, String runner, Instant now) {
        return update(unit, "finish", feed.tenant(), feed.id())
                        .bind("runner", runner)
                        .bind("state", state.name())
                        .bind("now", now)
                        .bind("refusalCode", refusal.map(FileRefusal::code).orElse(null))
                        .bind(
                                "refusalDetails",
                                refusal.map(each -> json(each.details())).orElse(null))
                        .execute()
                == 1;
    }

    /** Leaves the file to whichever node tries again after so many seconds. */
    public void backOff(UnitOfWork unit, FeedFile feed, String runner, int seconds, String fault) {
        update(unit, "back_off", feed.tenant(), feed.id())
                .bind("runner", runner)
                .bind("seconds", seconds)
                .bind("fault", fault)
                .execute();
    }

    /** @return false when it has ended or does not exist */
    public boolean stop(UnitOfWork unit, TenantId tenant, long feedId) {
        return update(unit, "stop", tenant, feedId).execute() == 1;
    }

    /** @return false when it has ended or does not exist */
    public boolean resume(UnitOfWork unit, TenantId tenant, long feedId) {
        return update(unit, "resume", tenant, feedId).execute() == 1;
    }

    private static Query query(UnitOfWork unit, String name) {
        return unit.jdbi().createQuery(SqlFile.read("feeds/" + name));
    }

    private static Update update(UnitOfWork unit, String name, TenantId tenant, long feedId) {
        return unit.jdbi()
                .createUpdate(SqlFile.read("feeds/" + name))
                .bind("tenant", tenant)
                .bind("feed", feedId);
    }

    private static FeedFile file(ResultSet row, StatementContext context) throws SQLException {
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
                                refusalCode, read(row.getString("refusal_details"), new TypeReference<>() {}))),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("fault")),
                List.of((String[]) row.getArray("columns_repeated").getArray()));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("lines_posted"),
                row.getLong("lines_corrected"),
                row.getLong("lines_known"),
                row.getLong("lines_refused"),
                row.getLong("lines_held"),
                read(row.getString("skipped"), new TypeReference<>() {}),
                row.getLong("purchases"),
                row.getLong("points"));
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
