package eu.kontor.ledger.domain;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was answered before, and what follows for a request that comes now: the same key and content hears the first answer; the same
 * ticket under another key, too; another content is a conflict, unless what was posted for the ticket was taken back. A refusal binds its
 * own content only: with another one, its key is free.
 */
final class AnsweredRequests {

    private final Map<Long, KnownRequest> posted = new HashMap<>();
    private final Map<Long, KnownRequest> tickets = new HashMap<>();
    private final Map<Refused, KnownRequest> refused = new HashMap<>();
    private final Set<PostingId> takenBack = new HashSet<>();

    private record Refused(long member, long contentHash) {}

    void add(KnownRequest request) {
        if (request.refusal().isPresent()) {
            refused.put(new Refused(request.member(), request.keyHash()), request);
            return;
        }
        posted.put(request.keyHash(), request);
        request.ticket()
                .ifPresent(ticket -> tickets.merge(ticket, request, (one, other) -> one.takenBack() ? one : other));
    }

    /** A purchase was reversed as a whole. */
    void takenBack(PostingId purchase) {
        takenBack.add(purchase);
    }

    /** Empty for one that is to be decided. */
    Optional<Outcome> answer(Posting posting, RequestMark mark) {
        KnownRequest refusal = refused.isEmpty() ? null : refused.get(new Refused(mark.member(), mark.contentHash()));
        if (refusal != null) {
            return Optional.of(refusal.again());
        }
        KnownRequest ofKey = posted.get(mark.keyHash());
        if (ofKey != null && ofKey.isAgain(posting, mark)) {
            return Optional.of(ofKey.again());
        }
        List<KnownRequest> times = timesOfTicket(mark);
        for (KnownRequest time : times) {
            boolean isOfThisKey = ofKey != null && ofKey.posting() == time.posting();
            boolean isUndone = posting.request().ticket().get().anew() && isTakenBack(time);
            if (!isOfThisKey && !isUndone && time.isTicketOf(posting, mark)) {
                return Optional.of(time.posted(true, true));
            }
        }
        if (ofKey != null) {
            return Optional.of(
                    conflict(RefusalCode.REQUEST_KEY_REUSED, posting, times.isEmpty() ? ofKey : times.getLast()));
        }
        boolean isFree = times.isEmpty() || isTakenBack(times.getLast()) && times.size() < RequestMark.MOST_TIMES;
        return isFree ? Optional.empty() : Optional.of(conflict(RefusalCode.TICKET_DIFFERS, posting, times.getLast()));
    }

    /** What was posted for the ticket, in its order: all but the last was taken back. */
    private List<KnownRequest> timesOfTicket(RequestMark mark) {
        List<KnownRequest> times = new ArrayList<>();
        Optional<KnownRequest> time = timeOfTicket(mark, 0);
        while (time.isPresent()) {
            times.add(time.get());
            time = timeOfTicket(mark, times.size());
        }
        return times;
    }

    /** What a new request is written under for its ticket: the first time at which nothing was posted. */
    Optional<Long> freeTicket(RequestMark mark) {
        int time = 0;
        while (timeOfTicket(mark, time).isPresent()) {
            time++;
        }
        return time < RequestMark.MOST_TIMES ? mark.ticket(time) : Optional.empty();
    }

    /** Each time costs a hash, and nearly all tickets have only one. */
    private Optional<KnownRequest> timeOfTicket(RequestMark mark, int time) {
        return tickets.isEmpty() || time == RequestMark.MOST_TIMES
                ? Optional.empty()
                : mark.ticket(time).map(tickets::get);
    }

    private boolean isTakenBack(KnownRequest request) {
        return request.takenBack() || takenBack.contains(request.id());
    }

    /** Says as what the ticket stands posted, or else what the key was used for: its own tenant may know. */
    private static Outcome conflict(RefusalCode code, Posting posting, KnownRequest first) {
        return new Outcome.Refused(
                code, Map.of("key", posting.request().key(), "first", first.id().text()), false);
    }
}
