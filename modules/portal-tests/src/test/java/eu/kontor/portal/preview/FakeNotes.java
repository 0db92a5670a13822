package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.retention.api.GuestNotes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the café knows of its guests. */
@ApplicationScoped
public class FakeNotes implements GuestNotes {

    private final Map<MemberId, List<Note>> notes = new HashMap<>();
    private long next = 10;

    private List<Note> notes(MemberId member) {
        return notes.computeIfAbsent(
                member,
                unknown -> new ArrayList<>(
                        member.value() % 2 == 1
                                ? List.of(new Note(
                                        member.value(),
                                        "Oat milk. Likes the table by the window.",
                                        "Lucía Romero",
                                        PreviewWorld.NOW.minus(Duration.ofDays(12))))
                                : List.of()));
    }

    @Override
    public List<Note> of(Caller caller, MemberId member) {
        return List.copyOf(notes(member));
    }

    @Override
    public Note add(Caller caller, MemberId member, String text) {
        Note note = new Note(++next, text, caller.name(), PreviewWorld.NOW);
        notes(member).addFirst(note);
        return note;
    }

    @Override
    public void remove(Caller caller, long noteId) {
        notes.values().forEach(list -> list.removeIf(note -> note.id() == noteId));
    }
}
