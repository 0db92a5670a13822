package eu.kontor.program.persistence;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Digest;
import eu.kontor.program.api.ProgramDraft.Person;
import eu.kontor.program.api.ProgramDraft.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A draft of the program's next version. A change takes it back to <em>draft</em>, and its approval with it; published and withdrawn ones
 * change no more. Two who change it at once: the second one's transaction fails, and what it saw is compared before.
 */
@Entity
@Table(name = "program_draft")
public class DraftedProgram {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "draft_id")
    private Long id;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false)
    private String state;

    @Column(name = "base_version", nullable = false)
    private int baseVersion;

    @Column(nullable = false, columnDefinition = "text")
    private String document;

    @Column(name = "made_by", nullable = false, updatable = false)
    private String madeBy;

    @Column(name = "made_by_name", nullable = false, updatable = false)
    private String madeByName;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_by_name", nullable = false)
    private String changedByName;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_by_name")
    private String approvedByName;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_digest")
    private byte[] approvedDigest;

    @Column(name = "published_version")
    private Integer publishedVersion;

    @Version
    private int revision;

    protected DraftedProgram() {}

    public DraftedProgram(String name, int baseVersion, String document, Caller by, Instant at) {
        this.name = name;
        this.baseVersion = baseVersion;
        this.document = document;
        madeBy = by.subject();
        madeByName = by.name();
        madeAt = at;
        changed(State.DRAFT, by, at);
    }

    /** @param base against which it is meant from now on */
    public void change(String next, int base, Caller by, Instant at) {
        document = next;
        baseVersion = base;
        approvedBy = null;
        approvedByName = null;
        approvedAt = null;
        approvedDigest = null;
        changed(State.DRAFT, by, at);
    }

    private void changed(State next, Caller by, Instant at) {
        state = next.slug();
        changedBy = by.subject();
        changedByName = by.name();
        changedAt = at;
    }

    public void become(State next) {
        state = next.slug();
    }

    public void approve(Caller by, Instant at) {
        state = State.APPROVED.slug();
        approvedBy = by.subject();
        approvedByName = by.name();
        approvedAt = at;
        approvedDigest = Digest.of(approved());
    }

    public void publishAs(int version) {
        state = State.PUBLISHED.slug();
        publishedVersion = version;
    }

    /** Whether what it says, and against what, is what was approved. */
    public boolean isApproved() {
        return state() == State.APPROVED && Arrays.equals(approvedDigest, Digest.of(approved()));
    }

    private String approved() {
        return baseVersion + "\n" + document;
    }

    public long id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public String name() {
        return name;
    }

    public State state() {
        return State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public int baseVersion() {
        return baseVersion;
    }

    public String document() {
        return document;
    }

    public Person madeBy() {
        return new Person(madeByName, madeAt);
    }

    public Person changedBy() {
        return new Person(changedByName, changedAt);
    }

    public Optional<Person> approvedBy() {
        return Optional.ofNullable(approvedByName).map(by -> new Person(by, approvedAt));
    }

    public Optional<Integer> publishedAs() {
        return Optional.ofNullable(publishedVersion);
    }
}
