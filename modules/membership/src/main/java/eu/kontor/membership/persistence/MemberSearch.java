package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.domain.PersonName;
import eu.kontor.membership.domain.SearchFor;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lists of members. How a search stays fast is told in {@code V012__search_stays_fast_at_a_million_members.sql}. */
@Service
public class MemberSearch {

    private static final String SEARCH =
            """
            select member_id, given_name, family_name, search_name, card_number, tier, phone, state
              from coalition.search_members(?, ?, ?, ?, ?, ?)""";

    private static final String BY_ID =
            """
            select m.member_id, m.given_name, m.family_name, m.search_name, newest.card_number,
                   coalesce(e.tier, 'member') as tier, m.phone, m.state
              from coalition.member m
              left join coalition.enrollment e
                     on e.member_id = m.member_id and e.tenant_id = (select coalition.current_tenant_id())
              left join lateral (select c.card_number from coalition.card c
                                  where c.member_id = m.member_id
                                  order by c.blocked_at is not null, c.issued_on desc, c.card_number desc limit 1) newest on true
             where m.member_id = any (?)""";

    /**
     * Where a page ends: the name and number of its last member.
     *
     * @param searchName empty before the first page
     */
    public record Position(String searchName, long memberId) {
        public static final Position START = new Position("", 0);
    }

    /** @param position of this member in the order of names */
    public record Found(MemberRow row, Position position) {}

    /** In the order of names, family name first. */
    public List<Found> page(UnitOfWork unit, SearchFor what, Position after, int limit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(SEARCH)) {
            statement.setNull(1, Types.ARRAY);
            statement.setNull(2, Types.VARCHAR);
            statement.setNull(3, Types.VARCHAR);
            switch (what) {
                case SearchFor.Name name -> statement.setArray(1, texts(unit.connection(), name.patterns()));
                case SearchFor.Phone phone -> statement.setString(2, phone.pattern());
                case SearchFor.Email email -> statement.setString(3, email.pattern());
                case SearchFor.Card card ->
                    throw new IllegalArgumentException("a card is looked up, not searched: " + card);
            }
            statement.setString(4, after.searchName());
            statement.setLong(5, after.memberId());
            statement.setInt(6, limit);
            return read(statement);
        }
    }

    /** Those of them that the role in which the transaction runs may see, in no order. */
    public List<Found> named(UnitOfWork unit, Collection<MemberId> members) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(BY_ID)) {
            Object[] ids = members.stream().map(MemberId::value).toArray();
            statement.setArray(1, unit.connection().createArrayOf("bigint", ids));
            return read(statement);
        }
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static List<Found> read(PreparedStatement statement) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong("member_id");
                MemberRow row = new MemberRow(
                        new MemberId(id),
                        new PersonName(rows.getString("given_name"), rows.getString("family_name")).full(),
                        new CardNumber(rows.getString("card_number")),
                        rows.getString("tier"),
                        Optional.ofNullable(rows.getString("phone")),
                        "active".equals(rows.getString("state")));
                found.add(new Found(row, new Position(rows.getString("search_name"), id)));
            }
        }
        return found;
    }
}
