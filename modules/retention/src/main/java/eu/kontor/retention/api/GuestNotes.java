package eu.kontor.retention.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import java.time.Instant;
import java.util.List;

/** Notes of one brand on its guests, kept in the brand's schema; no other brand ever sees them. */
public interface GuestNotes {

    int MAX_LENGTH = 500;

    /** Newest first. */
    List<Note> of(Caller caller, MemberId member);

    Note add(Caller caller, MemberId member, String text);

    void remove(Caller caller, long noteId);

    record Note(long id, String text, String author, Instant writtenAt) {}
}
