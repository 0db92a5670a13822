package eu.kontor.membership.persistence;

import eu.kontor.membership.domain.PersonName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/**
 * A person in the coalition.
 *
 * <p>Enrolled at the first brand with a first card → active, enrols at further brands by using the card there → closed, for good: the
 * cards are refused, the history stays.
 */
@Entity
@Immutable
@Table(schema = "coalition", name = "member")
class Member {

    @Id
    @Column(name = "member_id")
    private long id;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    private String language;
    private String state;

    @Column(name = "member_since")
    private LocalDate memberSince;

    @OneToMany
    @JoinColumn(name = "merged_into", insertable = false, updatable = false)
    @OrderBy("id")
    private List<Member> mergedHere;

    @OneToMany(mappedBy = "member")
    @OrderBy("issuedOn desc, number desc")
    private List<Card> cards;

    protected Member() {}

    long id() {
        return id;
    }

    String name() {
        return new PersonName(givenName, familyName).full();
    }

    String language() {
        return language;
    }

    boolean isActive() {
        return "active".equals(state);
    }

    LocalDate memberSince() {
        return memberSince;
    }

    /** Its own, and those of all who were merged into it, as far as the role may see them. */
    List<Card> cards() {
        return Stream.concat(cards.stream(), mergedHere.stream().flatMap(member -> member.cards().stream()))
                .toList();
    }
}
