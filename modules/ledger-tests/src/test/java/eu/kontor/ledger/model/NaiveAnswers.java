package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The first answers to requests, which retries hear again, and to whatever else comes for the same ticket. */
final class NaiveAnswers {

    /** Refusals that a retry hears again. */
    private static final Set<RefusalCode> REMEMBERED = Set.of(
            RefusalCode.BALANCE_TOO_LOW,
            RefusalCode.HOLD_TOO_SMALL,
            RefusalCode.HOLD_ALREADY_CAPTURED,
            RefusalCode.HOLD_ALREADY_VOIDED,
            RefusalCode.HOLD_EXPIRED,
            RefusalCode.PURCHASE_ALREADY_REVERSED);

    /** A ticket may be rung up anew when it was taken back, but not for ever. */
    private static final int MOST_TIMES = 8;

    private final Map<String, Answer> posted = new TreeMap<>();
    private final Map<String, List<Answer>> tickets = new TreeMap<>();
    private final Map<String, Answer> refused = new TreeMap<>();
    private final Set<PostingId> takenBack = new HashSet<>();

    private record Answer(Posting posting, Optional<PostingId> id, String text) {

        boolean isForTheTicketOf(Posting again) {
            return posting.getClass() == again.getClass()
                    && Arrays.equals(
                            posting.request().ticket().orElseThrow().digest(),
                            again.request().ticket().orElseThrow().digest());
        }

        boolean isTo(Posting again) {
            return posting.getClass() == again.getClass()
                    && Arrays.equals(posting.request().digest(), again.request().digest());
        }

        String conflict(RefusalCode code, Posting again) {
            return "refused " + code + " {first=" + id.orElseThrow().text() + ", key="
                    + again.request().key() + "}";
        }
    }

    /** The first answer again, or a conflict; empty for a new request. */
    Optional<String> again(Posting item) {
        Answer refusal = refused.get(content(item));
        if (refusal != null) {
            return Optional.of(refusal.text + " again");
        }
        Answer ofKey = posted.get(key(item));
        if (ofKey != null && ofKey.isTo(item)) {
            return Optional.of(ofKey.text + " again");
        }
        List<Answer> times =
                item.request().ticket().isPresent() ? tickets.getOrDefault(ticket(item), List.of()) : List.of();
        for (Answer time : times) {
            boolean isUndone = item.request().ticket().orElseThrow().anew() && isTakenBack(time);
            if (time != ofKey && !isUndone && time.isForTheTicketOf(item)) {
                return Optional.of(time.text + " again under another key");
            }
        }
        if (ofKey != null) {
            Answer last = times.isEmpty() ? ofKey : times.getLast();
            return Optional.of(last.conflict(RefusalCode.REQUEST_KEY_REUSED, item));
        }
        if (times.isEmpty() || times.size() < MOST_TIMES && isTakenBack(times.getLast())) {
            return Optional.empty();
        }
        return Optional.of(times.getLast().conflict(RefusalCode.TICKET_DIFFERS, item));
    }

    private boolean isTakenBack(Answer time) {
        return takenBack.contains(time.id.orElseThrow());
    }

    String posted(Posting item, String text, long number, Instant at) {
        PostingId id = new PostingId(item.member(), number);
        Answer answer = new Answer(item, Optional.of(id), text + " as " + id.number() + " at " + at);
        posted.put(key(item), answer);
        if (item.request().ticket().isPresent()) {
            tickets.computeIfAbsent(ticket(item), fresh -> new ArrayList<>()).add(answer);
        }
        return answer.text;
    }

    String refused(Posting item, NaiveRefusal no) {
        if (REMEMBERED.contains(no.code)) {
            refused.put(content(item), new Answer(item, Optional.empty(), no.text()));
        }
        return no.text();
    }

    void takenBack(PostingId purchase) {
        takenBack.add(purchase);
    }

    int count() {
        return posted.size() + refused.size();
    }

    private static String key(Posting item) {
        return item.tenant().value() + "|" + item.request().key();
    }

    private static String ticket(Posting item) {
        return item.tenant().value() + "|"
                + item.request().ticket().orElseThrow().name();
    }

    private static String content(Posting item) {
        return item.getClass() + "|" + item.member().value() + "|" + key(item) + "|"
                + Arrays.toString(item.request().digest());
    }
}
