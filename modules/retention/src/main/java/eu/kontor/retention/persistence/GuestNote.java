package eu.kontor.retention.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.retention.api.GuestNotes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A note: written once, removed or kept. Its table has no schema's name: it is the one of the tenant whose transaction runs. */
@Entity
@Table(name = "guest_note")
public class GuestNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "guest_note_id")
    private Long id;

    @Column(name = "member_id")
    private long memberId;

    private String text;
    private String author;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected GuestNote() {}

    public GuestNote(MemberId member, String text, String author, Instant writtenAt) {
        this.memberId = member.value();
        this.text = text;
        this.author = author;
        this.writtenAt = writtenAt;
    }

    public GuestNotes.Note toNote() {
        return new GuestNotes.Note(id, text, author, writtenAt);
    }

    public MemberId member() {
        return new MemberId(memberId);
    }
}
