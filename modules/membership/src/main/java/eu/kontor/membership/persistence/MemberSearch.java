package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.domain.PersonName;
import eu.kontor.membership.domain.SearchFor;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Lists of members. How a search stays fast is told in {@code V012__search_stays_fast_at_a_million_members.sql}. */
@Service
public class MemberSearch {

    private static final String SEARCH = SqlFile.read("membership/search_members");

    private static final String BY_ID = SqlFile.read("membership/members_by_id");

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
    public List<Found> page(UnitOfWork unit, SearchFor what, Position after, int limit) {
        Query query = unit.jdbi()
                .createQuery(SEARCH)
                .bindNull("names", Types.ARRAY)
                .bindNull("phone", Types.VARCHAR)
                .bindNull("email", Types.VARCHAR)
                .bind("afterName", after.searchName())
                .bind("afterMember", after.memberId())
                .bind("limit", limit);
        switch (what) {
            case SearchFor.Name name -> query.bindArray("names", String.class, name.patterns());
            case SearchFor.Phone phone -> query.bind("phone", phone.pattern());
            case SearchFor.Email email -> query.bind("email", email.pattern());
            case SearchFor.Card card ->
                throw new IllegalArgumentException("a card is looked up, not searched: " + card);
        }
        return query.mapTo(FoundRow.class).stream().map(FoundRow::found).toList();
    }

    /** Those of them that the role in which the transaction runs may see, in no order. */
    public List<Found> named(UnitOfWork unit, Collection<MemberId> members) {
        return unit
                .jdbi()
                .createQuery(BY_ID)
                .bindArray(
                        "members",
                        Long.class,
                        members.stream().map(MemberId::value).toList())
                .mapTo(FoundRow.class)
                .stream()
                .map(FoundRow::found)
                .toList();
    }

    private record FoundRow(
            MemberId memberId,
            String givenName,
            String familyName,
            String searchName,
            CardNumber cardNumber,
            String tier,
            Optional<String> phone,
            boolean active) {

        Found found() {
            String name = new PersonName(givenName, familyName).full();
            return new Found(
                    new MemberRow(memberId, name, cardNumber, tier, phone, active),
                    new Position(searchName, memberId.value()));
        }
    }
}
