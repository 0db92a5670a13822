package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.Elsewhere;
import eu.kontor.ledger.api.Transfers.MonthlySum;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads transfers. Which rows there are to read is decided by the role of the connection. */
public final class TransferRows {

    private static final String OF_MEMBER = SqlFile.read("ledger/read/transfers_of_member");
    private static final String OF_WINDOW = SqlFile.read("ledger/read/transfers_of_window");
    private static final String OF_POSTINGS = SqlFile.read("ledger/read/transfers_of_postings");
    private static final String STREAM_OF_WINDOW = SqlFile.read("ledger/read/stream_of_window");
    private static final String ELSEWHERE = SqlFile.read("ledger/read/elsewhere");
    private static final String AWARD = SqlFile.read("ledger/read/award");
    private static final String POSTED_BY = SqlFile.read("ledger/read/posted_by");
    private static final String MOVED_BY = SqlFile.read("ledger/read/moved_by");
    private static final String MONTHLY = SqlFile.read("ledger/read/monthly");
    private static final String ACTIVE_MEMBERS = SqlFile.read("ledger/read/active_members");

    /** Rows fetched from the server at a time when streaming: half a megabyte of memory. */
    private static final int FETCH_ROWS = 2_000;

    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1900, 1, 1);

    private final Handle jdbi;

    public TransferRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record AwardRow(Points points, int pocket, TenantId tenantId, String rule) {

        AwardPart part() {
            return new AwardPart(points, new Pocket(pocket), tenantId, rule);
        }
    }

    private record MonthlyRow(YearMonth windowStart, TenantId tenantId, char kind, Points points, long transfers) {

        MonthlySum sum() {
            return new MonthlySum(windowStart, tenantId, TransferKind.ofCode(kind), points, transfers);
        }
    }

    /** Newest first. */
    public Page<TransferRow> ofMembers(Collection<MemberId> members, Optional<String> cursor, int limit) {
        return page(
                jdbi.createQuery(OF_MEMBER)
                        .bindArray("members", Long.class, numbers(members))
                        .bind(
                                "before",
                                cursor.map(text -> Cursor.parse(text).number()).orElse(Long.MAX_VALUE)),
                limit);
    }

    /** By business date and number. */
    public Page<TransferRow> ofWindow(
            TenantId tenant, YearMonth window, Optional<TransferKind> kind, Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(new Cursor(BEFORE_ALL_DAYS, 0));
        String code = kind.map(wanted -> String.valueOf(wanted.code())).orElse(null);
        return page(
                jdbi.createQuery(OF_WINDOW)
                        .bind("window", window)
                        .bind("tenant", tenant)
                        .bind("afterDay", after.day())
                        .bind("afterNumber", after.number())
                        .bindByType("kind", code, String.class),
                limit);
    }

    /** By business date and number. */
    public List<TransferRow> ofPostings(TenantId tenant, YearMonth window, Collection<PostingId> postings) {
        List<Long> members = postings.stream().map(id -> id.member().value()).toList();
        return jdbi.createQuery(OF_POSTINGS)
                .bind("window", window)
                .bind("tenant", tenant)
                .bindArray("members", Long.class, members)
                .bindArray(
                        "numbers",
                        Long.class,
                        postings.stream().map(PostingId::number).toList())
                .bind("most", Page.MAX_ROWS)
                .map(TransferRows::transfer)
                .list();
    }

    /** One row more than wanted is asked for: it only says that there is a next page. */
    private static Page<TransferRow> page(Query query, int limit) {
        List<TransferRow> rows =
                query.bind("most", limit + 1).map(TransferRows::transfer).list();
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        TransferRow last = rows.get(limit - 1);
        return new Page<>(rows.subList(0, limit), Optional.of(new Cursor(last.businessDate(), last.number()).text()));
    }

    public void stream(TenantId tenant, YearMonth window, Consumer<TransferRow> sink) {
        jdbi.createQuery(STREAM_OF_WINDOW)
                .setFetchSize(FETCH_ROWS)
                .bind("window", window)
                .bind("tenant", tenant)
                .map(TransferRows::transfer)
                .forEach(sink);
    }

    private static List<Long> numbers(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }

    /** @param except the tenant that asks; empty for everywhere */
    public Elsewhere elsewhere(Collection<MemberId> members, Optional<TenantId> except) {
        return jdbi.createQuery(ELSEWHERE)
                .bindArray("members", Long.class, numbers(members))
                .bind("except", except.map(TenantId::value).orElse(0))
                .mapTo(Elsewhere.class)
                .one();
    }

    public List<AwardPart> award(PostingId purchase) {
        return jdbi.createQuery(AWARD)
                .bind("member", purchase.member())
                .bind("posting", purchase.number())
                .mapTo(AwardRow.class)
                .map(AwardRow::part)
                .list();
    }

    /** @param reader the tenant that asks; empty for the operator */
    public PostedBy postedBy(PostingId posting, Optional<TenantId> reader) {
        return jdbi.createQuery(POSTED_BY)
                .bind("member", posting.member())
                .bind("posting", posting.number())
                .bind("reader", reader.map(TenantId::value))
                .map((row, _) -> ActorRows.postedBy(row))
                .findOne()
                .orElse(PostedBy.NOBODY_KNOWN);
    }

    public Points movedBy(TenantId tenant, String subject, TransferKind kind, Instant since) {
        return jdbi.createQuery(MOVED_BY)
                .bind("tenant", tenant)
                .bind("subject", subject)
                .bind("kind", String.valueOf(kind.code()))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("from", LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(Transfers.DAYS_TOLD_LATE))
                .mapTo(Points.class)
                .one();
    }

    public List<MonthlySum> monthly(YearMonth from, YearMonth to) {
        return jdbi.createQuery(MONTHLY)
                .bind("from", from)
                .bind("to", to)
                .mapTo(MonthlyRow.class)
                .map(MonthlyRow::sum)
                .list();
    }

    public long activeMembers(YearMonth from, YearMonth to) {
        return jdbi.createQuery(ACTIVE_MEMBERS)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }

    /** By hand: a month has millions of them, and a record that is made by reflection takes twice the time. */
    private static TransferRow transfer(ResultSet row, StatementContext context) throws SQLException {
        MemberId member = new MemberId(row.getLong("member_id"));
        return new TransferRow(
                row.getLong("transfer_id"),
                new PostingId(member, row.getLong("posting_id")),
                member,
                new TenantId(row.getInt("tenant_id")),
                row.getInt("outlet_id"),
                TransferKind.ofCode(row.getString("kind").charAt(0)),
                Points.of(row.getLong("points")),
                new Pocket(row.getInt("pocket")),
                row.getObject("business_date", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                YearMonth.from(row.getObject("window_start", LocalDate.class)),
                row.getInt("program_version"),
                ActorRows.postedBy(row));
    }
}
