package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.BroughtIn;
import eu.kontor.ledger.domain.Place;
import eu.kontor.tenancy.api.SqlFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Which accounts were merged into which. Changed while all of them are locked that have points. */
public final class LinkRows {

    private static final String LINKS_OF = SqlFile.read("ledger/merge/links_of");
    private static final String MERGED_INTO = SqlFile.read("ledger/merge/merged_into");
    private static final String LINK = SqlFile.read("ledger/merge/link");
    private static final String UNLINK = SqlFile.read("ledger/merge/unlink");
    private static final String RELINK = SqlFile.read("ledger/merge/relink");
    private static final String SUBTREE = SqlFile.read("ledger/merge/subtree");
    private static final String BROUGHT_POINTS = SqlFile.read("ledger/merge/brought_points");
    private static final String BROUGHT_DEBTS = SqlFile.read("ledger/merge/brought_debts");

    private final Handle jdbi;

    public LinkRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param directInto into which account it was merged
     * @param surviving which one has the points
     * @param since by which posting
     */
    public record Link(MemberId member, MemberId directInto, MemberId surviving, long since) {}

    private record Behind(MemberId member, MemberId surviving) {}

    private record PocketRow(int pocket, long points) {}

    private record PlaceRow(int tenant, int outlet, long points) {}

    public Optional<Link> of(MemberId member) {
        return jdbi.createQuery(LINKS_OF)
                .bind("member", member)
                .mapTo(Link.class)
                .findOne();
    }

    /** The merged accounts of the same people, by the one that stands for them; nothing of whom nobody was merged with. */
    public Map<MemberId, List<MemberId>> behind(Collection<MemberId> members) {
        Map<MemberId, List<MemberId>> behind = new TreeMap<>();
        jdbi.createQuery(MERGED_INTO)
                .bindArray("members", Long.class, numbers(members))
                .mapTo(Behind.class)
                .forEach(row -> behind.merge(row.surviving(), List.of(row.member()), LinkRows::both));
        return behind;
    }

    /** The account, and all that are one with it. */
    public Set<MemberId> samePerson(MemberId member) {
        return behind(List.of(member)).entrySet().stream()
                .findFirst()
                .map(person -> Stream.concat(Stream.of(person.getKey()), person.getValue().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of(member));
    }

    private static List<MemberId> both(List<MemberId> one, List<MemberId> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** @param since the posting by which they are merged */
    public void link(MemberId member, MemberId into, long since) {
        jdbi.createUpdate(LINK)
                .bind("member", member)
                .bind("root", into)
                .bind("place", MemberLocks.of(into.value()))
                .bind("since", since)
                .execute();
    }

    /** The account, and whatever was merged into it. */
    private List<MemberId> subtree(MemberId member) {
        return jdbi.createQuery(SUBTREE)
                .bind("member", member)
                .mapTo(MemberId.class)
                .list();
    }

    public void unlink(MemberId member) {
        List<MemberId> below =
                subtree(member).stream().filter(other -> !other.equals(member)).toList();
        jdbi.createUpdate(UNLINK).bind("member", member).execute();
        jdbi.createUpdate(RELINK)
                .bindArray("members", Long.class, numbers(below))
                .bind("root", member)
                .bind("place", MemberLocks.of(member.value()))
                .execute();
    }

    /** What the account, and all that were merged into it before, brought since it was merged. */
    public BroughtIn broughtIn(Link link) {
        List<MemberId> accounts = subtree(link.member());
        Map<Pocket, Long> points = new HashMap<>();
        jdbi.createQuery(BROUGHT_POINTS)
                .bindArray("members", Long.class, numbers(accounts))
                .bind("since", link.since())
                .mapTo(PocketRow.class)
                .forEach(row -> points.put(new Pocket(row.pocket()), row.points()));
        Map<Place, Long> debts = new HashMap<>();
        jdbi.createQuery(BROUGHT_DEBTS)
                .bindArray("members", Long.class, numbers(accounts))
                .bind("since", link.since())
                .mapTo(PlaceRow.class)
                .forEach(row -> debts.put(new Place(row.tenant(), row.outlet()), row.points()));
        return BroughtIn.of(points, debts);
    }

    private static List<Long> numbers(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
