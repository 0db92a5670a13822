package eu.kontor.membership.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A card: issued → blocked, for good. A blocked card is replaced by another one of the same member. */
@Entity
@Immutable
@Table(schema = "coalition", name = "card")
class Card {

    @Id
    @Column(name = "card_number")
    private String number;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "card_program")
    private String cardProgram;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    protected Card() {}

    String number() {
        return number;
    }

    Member member() {
        return member;
    }

    String cardProgram() {
        return cardProgram;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    boolean isBlocked() {
        return blockedAt != null;
    }
}
