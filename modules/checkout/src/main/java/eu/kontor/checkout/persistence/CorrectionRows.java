package eu.kontor.checkout.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.domain.GoodwillRules;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Corrections and the brand's rules for them, in the schema of the transaction's tenant. */
@Service
public class CorrectionRows {

    private static final String RULES = SqlFile.read("checkout/goodwill-rules");
    private static final String WRITE_RULES = SqlFile.read("checkout/write-goodwill-rules");
    private static final String ONE_AFTER_THE_OTHER = SqlFile.read("checkout/corrections-one-after-the-other");
    private static final String GIVEN_ALONE_TODAY = SqlFile.read("checkout/corrections-alone-since");
    private static final String INSERT = SqlFile.read("checkout/insert-correction");
    private static final String DECIDE = SqlFile.read("checkout/decide-correction");
    private static final String POSTED = SqlFile.read("checkout/correction-is-posted");
    private static final String FIND = SqlFile.read("checkout/corrections");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param takenBackBy the correction that takes this one back, unless it was declined */
    public record CorrectionRow(
            long id,
            String requestKey,
            MemberId member,
            CardNumber cardNumber,
            Points points,
            boolean gives,
            Optional<Long> undoes,
            Optional<Long> takenBackBy,
            String reason,
            String note,
            boolean byOperator,
            String state,
            LocalDate businessDate,
            String proposer,
            String proposerName,
            Instant proposedAt,
            Optional<String> decider,
            Optional<String> deciderName,
            Optional<Instant> decidedAt,
            String decision,
            Optional<Long> posting,
            Optional<Points> moved) {

        public Optional<PostingId> postingId() {
            return posting.map(number -> new PostingId(member, number));
        }
    }

    /** What is asked for, by whom, and whether it waits. */
    public record NewCorrection(
            String requestKey,
            MemberId member,
            CardNumber card,
            Points points,
            Optional<Long> undoes,
            String reason,
            String note,
            boolean byOperator,
            String state,
            LocalDate businessDate,
            String proposer,
            String proposerName,
            Instant at) {}

    public GoodwillRules rules(UnitOfWork unit) {
        return unit.jdbi()
                .createQuery(RULES)
                .mapTo(String.class)
                .findFirst()
                .map(CorrectionRows::tree)
                .map(WrittenGoodwill::rules)
                .orElse(GoodwillRules.USUAL);
    }

    public void writeRules(UnitOfWork unit, JsonNode section) {
        unit.jdbi()
                .createUpdate(WRITE_RULES)
                .bind("section", section.toString())
                .execute();
    }

    /** Until the transaction ends: two at once would both find the day's limit free, and take one gift back twice. */
    public void oneAfterTheOther(UnitOfWork unit) {
        unit.jdbi().createUpdate(ONE_AFTER_THE_OTHER).execute();
    }

    /** What somebody gave or took back without a second person since a moment. */
    public Points aloneSince(UnitOfWork unit, String proposer, Instant since) {
        return unit.jdbi()
                .createQuery(GIVEN_ALONE_TODAY)
                .bind("proposer", proposer)
                .bind("since", since)
                .mapTo(Points.class)
                .one();
    }

    public long insert(UnitOfWork unit, NewCorrection wanted) {
        return unit.jdbi()
                .createQuery(INSERT)
                .bind("requestKey", wanted.requestKey())
                .bind("member", wanted.member())
                .bind("card", wanted.card().value())
                .bind("points", wanted.points().value())
                .bind("gives", wanted.undoes().isEmpty())
                .bind("undoes", wanted.undoes().orElse(null))
                .bind("reason", wanted.reason())
                .bind("note", wanted.note())
                .bind("byOperator", wanted.byOperator())
                .bind("state", wanted.state())
                .bind("businessDate", wanted.businessDate())
                .bind("proposer", wanted.proposer())
                .bind("proposerName", wanted.proposerName())
                .bind("at", wanted.at())
                .mapTo(Long.class)
                .one();
    }

    /** @return false if somebody else decided it meanwhile */
    public boolean decide(UnitOfWork unit, long id, String state, String decider, String name, Instant at, String why) {
        return unit.jdbi()
                        .createUpdate(DECIDE)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("decider", decider)
                        .bind("name", name)
                        .bind("at", at)
                        .bind("why", why)
                        .execute()
                == 1;
    }

    public void posted(UnitOfWork unit, long id, PostingId posting, Points moved) {
        unit.jdbi()
                .createUpdate(POSTED)
                .bind("id", id)
                .bind("posting", posting.number())
                .bind("moved", moved.value())
                .execute();
    }

    public Optional<CorrectionRow> byId(UnitOfWork unit, long id) {
        return find(unit, Optional.of(id), Optional.empty(), Optional.empty(), 1)
                .findFirst();
    }

    public Optional<CorrectionRow> byKey(UnitOfWork unit, String requestKey) {
        return find(unit, Optional.empty(), Optional.of(requestKey), Optional.empty(), 1)
                .findFirst();
    }

    public Optional<CorrectionRow> byPosting(UnitOfWork unit, PostingId posting) {
        return find(unit, Optional.empty(), Optional.empty(), Optional.of(posting), 1)
                .findFirst();
    }

    /** What waits for somebody first, then the newest. */
    public List<CorrectionRow> latest(UnitOfWork unit, int limit) {
        return find(unit, Optional.empty(), Optional.empty(), Optional.empty(), limit)
                .toList();
    }

    private static java.util.stream.Stream<CorrectionRow> find(
            UnitOfWork unit, Optional<Long> id, Optional<String> key, Optional<PostingId> posting, int limit) {
        Query query = unit.jdbi()
                .createQuery(FIND)
                .bind("id", id.orElse(null))
                .bind("requestKey", key.orElse(null))
                .bind(
                        "member",
                        posting.map(PostingId::member).map(MemberId::value).orElse(null))
                .bind("posting", posting.map(PostingId::number).orElse(null))
                .bind("limit", limit);
        return query.mapTo(CorrectionRow.class).list().stream();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the rules for goodwill are not readable", e);
        }
    }
}
