package eu.kontor.trust.persistence;

import eu.kontor.trust.api.SignalState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What people may change of a signal. What led to it is written by whoever raised it, and read by {@link SignalRows}. */
@Entity
@Table(name = "signal", schema = "coalition")
public class SignalEdit {

    @Id
    @Column(name = "signal_id")
    private long id;

    @Column(name = "about_kind", updatable = false)
    private String aboutKind;

    @Column(updatable = false)
    private String about;

    private String state;
    private String note;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected SignalEdit() {}

    public boolean isAboutPerson(String subject) {
        return aboutKind.equals("person") && about.equals(subject);
    }

    public SignalState state() {
        return SignalState.ofSlug(state);
    }

    public int version() {
        return version;
    }

    public void change(SignalState next, String said, String by, Instant at) {
        state = next.slug();
        note = said;
        changedBy = by;
        changedAt = at;
    }
}
