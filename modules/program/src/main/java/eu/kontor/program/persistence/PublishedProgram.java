package eu.kontor.program.persistence;

import eu.kontor.program.domain.ProgramHistory.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/**
 * One version of a tenant's program. It is published once and never changes: a posting names its version as the reason
 * for its points, and must be able to say it years later.
 */
@Entity
@Immutable
@Table(name = "program_version")
public class PublishedProgram {

    @Id
    private int version;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    @Column(nullable = false, columnDefinition = "text")
    private String document;

    @Column(name = "published_at", nullable = false)
    private Instant publishedAt;

    @Column(nullable = false)
    private String source;

    @Column(name = "draft_id")
    private Long draftId;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_by_name")
    private String publishedByName;

    @Column(name = "approved_by_name")
    private String approvedByName;

    protected PublishedProgram() {}

    PublishedProgram(int version, LocalDate validFrom, String document, Instant publishedAt, Origin origin) {
        this.version = version;
        this.validFrom = validFrom;
        this.document = document;
        this.publishedAt = publishedAt;
        source = origin.source().slug();
        draftId = origin.draft().orElse(null);
        publishedBy = origin.publishedBy().orElse(null);
        publishedByName = origin.publishedByName().orElse(null);
        approvedByName = origin.approvedByName().orElse(null);
    }
}
