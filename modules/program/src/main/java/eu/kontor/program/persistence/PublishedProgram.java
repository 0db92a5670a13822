package eu.kontor.program.persistence;

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

    protected PublishedProgram() {}

    PublishedProgram(int version, LocalDate validFrom, String document, Instant publishedAt) {
        this.version = version;
        this.validFrom = validFrom;
        this.document = document;
        this.publishedAt = publishedAt;
    }

    int version() {
        return version;
    }

    String document() {
        return document;
    }
}
