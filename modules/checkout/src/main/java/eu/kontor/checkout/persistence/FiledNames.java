package eu.kontor.checkout.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ids and references under which postings were answered, as filed in the schema of the transaction's tenant. */
@Service
public class FiledNames {

    private static final String NAMES = SqlFile.read("checkout/till-names");

    private static final String CALLED = SqlFile.read("checkout/called-so");

    /** More than a bill has rows; a till that sends the same text with every bill is answered with the newest. */
    private static final int MOST_OF_A_REFERENCE = 200;

    private record PostingRow(MemberId memberId, long number) {}

    private record NameRow(MemberId memberId, long number, long answered, String reference) {}

    public Map<PostingId, TillName> of(UnitOfWork unit, Collection<PostingId> postings) throws SQLException {
        Object[] members = postings.stream().map(id -> id.member().value()).toArray();
        Object[] numbers = postings.stream().map(PostingId::number).toArray();
        Map<PostingId, TillName> names = new HashMap<>();
        unit.jdbi()
                .createQuery(NAMES)
                .bindBySqlType("members", unit.connection().createArrayOf("bigint", members), Types.ARRAY)
                .bindBySqlType("numbers", unit.connection().createArrayOf("bigint", numbers), Types.ARRAY)
                .mapTo(NameRow.class)
                .forEach(row -> names.put(
                        new PostingId(row.memberId(), row.number()),
                        new TillName(new PostingId(row.memberId(), row.answered()), row.reference())));
        return names;
    }

    /** @param reference of what was sold or held between two days, or of what came back since the first of them */
    public Set<PostingId> called(UnitOfWork unit, String reference, LocalDate from, LocalDate to) {
        return unit.jdbi()
                .createQuery(CALLED)
                .bind("reference", reference)
                .bind("from", from)
                .bind("to", to)
                .bind("most", MOST_OF_A_REFERENCE)
                .mapTo(PostingRow.class)
                .map(row -> new PostingId(row.memberId(), row.number()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
