package eu.kontor.ledger.faults;

import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.domain.RequestMark;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what tills heard against what is stored, read as superuser: every acknowledged posting is there once and as it was
 * acknowledged, nothing else is, and every retry hears the first answer.
 */
final class Reckoning {

    private static final int BATCH = 1_000;
    private static final int SHOWN = 10;

    private static final String REQUESTS =
            """
            select member_id, tenant_id, key_hash, act, posting_id, points,
                   case when refusal = '' then available_after end, split_part(refusal, E'\\n', 1)
              from coalition.request""";

    private static final String MESSAGES =
            "select message_key::bigint, tenant_id, payload, reference from coalition.outbox";

    /** What each posting moved; nothing of it is read from the request. */
    private static final String EFFECTS =
            """
            select member_id, posting_id, 'earned', sum(points) from coalition.transfer where kind = 'E' group by 1, 2
            union all
            select member_id, posting_id, 'redeemed', sum(points) from coalition.transfer where kind = 'R' group by 1, 2
            union all
            select member_id, hold_id, 'held', sum(points) from coalition.hold group by 1, 2
            union all
            select member_id, posting_id, 'captured', points from coalition.hold_outcome where outcome = 'C'
            union all
            select member_id, posting_id, 'released', 0 from coalition.hold_outcome where outcome = 'V'
            union all
            select member_id, posting_id, 'reversed', purchase_id from coalition.reversal
            union all
            select member_id, posting_id, 'made good', sum(points) from coalition.transfer where kind in ('W', 'O') group by 1, 2
            union all
            select member_id, posting_id, 'returned', sum(points) from coalition.transfer where kind = 'B' group by 1, 2
            union all
            select member_id, posting_id, 'given', sum(points) from coalition.transfer where kind = 'G' group by 1, 2
            union all
            select member_id, posting_id, 'received', sum(points) from coalition.transfer where kind = 'I' group by 1, 2""";

    private final FaultyLedger ledger;
    private final List<Sent> sent;
    private final List<String> findings = new ArrayList<>();

    Reckoning(FaultyLedger ledger, List<Sent> sent) {
        this.ledger = ledger;
        this.sent = sent;
    }

    /** @return what is wrong; empty when everything is as it was acknowledged */
    List<String> findings() {
        everyRetryHearsTheFirstAnswer();
        compare("request", sent.stream().flatMap(Reckoning::request), REQUESTS);
        compare("messages", sent.stream().filter(Sent::isPosted).map(Reckoning::message), MESSAGES);
        compare("effect", sent.stream().filter(Sent::isPosted).flatMap(Reckoning::effects), EFFECTS);
        ledger.ledger.check.check().findings().forEach(finding -> findings.add("not coherent: " + finding));
        ledger.seals.seal();
        ledger.seals.verify().findings().forEach(finding -> findings.add("seals: " + finding));
        return findings;
    }

    /** One sentence for the log. */
    String summary() {
        return "%,d requests: %,d posted, %,d refused; %,d times no answer came, %,d postings were committed unheard; %,d seals"
                .formatted(
                        sent.size(),
                        sent.stream().filter(Sent::isPosted).count(),
                        sent.stream().filter(request -> !request.isPosted()).count(),
                        unanswered(),
                        sent.stream().filter(Sent::wasPostedUnheard).count(),
                        ledger.seals.verify().seals());
    }

    int unanswered() {
        return sent.stream().mapToInt(Sent::unanswered).sum();
    }

    private void everyRetryHearsTheFirstAnswer() {
        for (int from = 0; from < sent.size(); from += BATCH) {
            List<Sent> again = sent.subList(from, Math.min(from + BATCH, sent.size()));
            List<Outcome> answers =
                    ledger.ledger.poster.post(again.stream().map(Sent::posting).toList());
            for (int i = 0; i < again.size(); i++) {
                again.get(i).heard(answers.get(i));
            }
        }
        sent.stream().filter(Sent::isContradicted).forEach(request -> findings.add("another answer: " + request));
    }

    /** Each row that must be there, once, and no other row. */
    private void compare(String what, Stream<String> expected, String query) {
        Map<String, Long> difference = new TreeMap<>(rows(query).stream().collect(counted()));
        expected.forEach(row -> difference.merge(row, -1L, Long::sum));
        difference.values().removeIf(count -> count == 0);
        difference.entrySet().stream()
                .limit(SHOWN)
                .map(row -> what + (row.getValue() > 0 ? " nobody sent: " : " that is missing: ") + row.getKey())
                .forEach(findings::add);
    }

    private static Collector<String, ?, Map<String, Long>> counted() {
        return Collectors.groupingBy(Function.identity(), Collectors.counting());
    }

    private static Stream<String> request(Sent request) {
        Posting posting = request.posting();
        String who = row(posting.member().value(), posting.tenant().value(), keyHash(request), act(posting));
        return switch (request.firstAnswer()) {
            case Posted posted ->
                Stream.of(row(
                        who,
                        posted.id().number(),
                        posted.points().value(),
                        posted.availableAfter().value(),
                        ""));
            case Outcome.Refused refused ->
                request.isRememberedRefusal() ? Stream.of(row(who, 0, 0, null, refused.code())) : Stream.of();
        };
    }

    /** A refusal lies under its content, too. */
    private static long keyHash(Sent request) {
        RequestMark mark = RequestMark.of(request.posting());
        return request.isPosted() ? mark.keyHash() : mark.contentHash();
    }

    private static String act(Posting posting) {
        return switch (posting) {
            case Posting.Earn _ -> "E";
            case Posting.Authorize _ -> "A";
            case Posting.Capture _ -> "C";
            case Posting.VoidHold _ -> "V";
            case Posting.Reverse _ -> "R";
            case Posting.Gift _ -> "G";
            case Posting.ReturnRedemption _ -> "T";
            case Posting.Goodwill _ -> "W";
            case Posting.OnlyAgain again -> act(again.first());
        };
    }

    private static String message(Sent request) {
        Posting posting = request.posting();
        return row(
                posting.member().value(),
                posting.tenant().value(),
                posting.request().key(),
                posted(request).id().number());
    }

    private static Stream<String> effects(Sent request) {
        Posted posted = posted(request);
        String which = row(posted.id().member().value(), posted.id().number());
        long points = posted.points().value();
        return switch (request.posting()) {
            case Posting.Earn _ -> points == 0 ? Stream.of() : Stream.of(row(which, "earned", points));
            case Posting.Authorize _ -> Stream.of(row(which, "held", points));
            case Posting.Capture _ -> Stream.of(row(which, "redeemed", points), row(which, "captured", points));
            case Posting.VoidHold _ -> Stream.of(row(which, "released", 0));
            case Posting.Reverse reverse ->
                Stream.of(row(which, "reversed", reverse.purchase().number()));
            case Posting.ReturnRedemption _ -> Stream.of(row(which, "returned", points));
            case Posting.Goodwill _ -> Stream.of(row(which, "made good", points));
            case Posting.Gift gift ->
                Stream.of(
                        row(which, "given", points),
                        row(gift.recipient().value(), posted.id().number(), "received", points));
            case Posting.OnlyAgain _ -> Stream.of();
        };
    }

    private static Posted posted(Sent request) {
        return (Posted) request.firstAnswer();
    }

    private List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection superuser = ledger.database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                Object[] columns = new Object[result.getMetaData().getColumnCount()];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = result.getString(i + 1);
                }
                rows.add(row(columns));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static String row(Object... columns) {
        return Stream.of(columns).map(String::valueOf).collect(Collectors.joining("|"));
    }
}
