package eu.kontor.checkout.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Ids and references under which postings were answered, as filed in the schema of the transaction's tenant. */
@Service
public class FiledNames {

    private static final String NAMES = SqlFile.read("checkout/till-names");

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
}
