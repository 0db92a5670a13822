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

/** A card: issued → blocked ⇄ usable again → replaced by another one of the same member, for good. */
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

    @Column(name = "replaced_by")
    private String replacedBy;

    private String label;

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

    /** The newest number that stands for this one; null while none does. */
    String replacedBy() {
        return replacedBy;
    }

    String label() {
        return label;
    }

    boolean isBlocked() {
        return blockedAt != null;
    }
}
