package eu.kontor.membership.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** The relation between a member and a brand: begins with the first visit, and rises and falls in tiers. */
@Entity
@Immutable
@Table(schema = "coalition", name = "enrollment")
class Enrollment {

    @EmbeddedId
    private Key key;

    private String tier;

    @Column(name = "enrolled_on")
    private LocalDate enrolledOn;

    @Column(name = "contact_consent_at")
    private Instant contactConsentAt;

    protected Enrollment() {}

    String tier() {
        return tier;
    }

    boolean showsContact() {
        return contactConsentAt != null;
    }

    LocalDate enrolledOn() {
        return enrolledOn;
    }

    @Embeddable
    record Key(@Column(name = "member_id") long memberId, @Column(name = "tenant_id") int tenantId) {}
}
