package eu.kontor.ledger.faults;

import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Outcome.Refused;
import eu.kontor.ledger.api.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One request as its till knows it: what was sent, and every answer that came, the first of which counts. */
final class Sent {

    private final Posting posting;
    private final List<Outcome> answers = new ArrayList<>();
    private int unanswered;

    Sent(Posting posting) {
        this.posting = posting;
    }

    Posting posting() {
        return posting;
    }

    /** The till gave up waiting or heard a failure: it cannot know. */
    void heardNothing() {
        unanswered++;
    }

    void heard(Outcome answer) {
        answers.add(answer);
    }

    /** How often it was sent in vain. */
    int unanswered() {
        return unanswered;
    }

    boolean isAnswered() {
        return !answers.isEmpty();
    }

    Outcome firstAnswer() {
        return answers.getFirst();
    }

    boolean isPosted() {
        return firstAnswer() instanceof Posted;
    }

    /** Posted by an attempt whose answer never arrived. */
    boolean wasPostedUnheard() {
        return isPosted() && firstAnswer().replayed();
    }

    /** True for a refusal that the ledger remembers: asked again, it said that this was the first answer. */
    boolean isRememberedRefusal() {
        return !isPosted() && answers.getLast().replayed();
    }

    /** True when some retry heard something else than the first answer. */
    boolean isContradicted() {
        return answers.stream().skip(1).anyMatch(later -> !isSame(firstAnswer(), later));
    }

    private static boolean isSame(Outcome first, Outcome later) {
        return switch (first) {
            case Posted posted ->
                later.equals(
                        new Posted(posted.id(), posted.points(), posted.availableAfter(), posted.postedAt(), true));
            case Refused refused ->
                later instanceof Refused again
                        && again.code() == refused.code()
                        && sentence(again).equals(sentence(refused));
        };
    }

    private static String sentence(Refused refused) {
        return new TreeMap<>(refused.details()).toString();
    }

    @Override
    public String toString() {
        return posting + " -> " + answers + ", " + unanswered + " times unanswered";
    }
}
