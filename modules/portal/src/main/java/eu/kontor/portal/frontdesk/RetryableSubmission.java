package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.look.Notice;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/**
 * How a form posts: after something stayed without an answer, something else is posted only when the first has been asked for again
 * under its own key, and is answered.
 *
 * @param request under whose key it is posted
 * @param notice says why it failed
 */
record RetryableSubmission<T, R>(
        Desk desk, TillRequest<T> request, DeskEvents counter, Form<T, R> form, Notice notice) {

    private static final System.Logger LOG = System.getLogger(RetryableSubmission.class.getName());

    /** What the ledger refuses after it has looked for the key. Any other refusal may come before that, and says nothing of the first press. */
    private static final Set<RefusalCode> DECIDED = Set.of(
            RefusalCode.BALANCE_TOO_LOW,
            RefusalCode.HOLD_ALREADY_CAPTURED,
            RefusalCode.HOLD_ALREADY_VOIDED,
            RefusalCode.HOLD_EXPIRED,
            RefusalCode.PURCHASE_ALREADY_REVERSED,
            RefusalCode.RETURN_EXCEEDS_PURCHASE,
            RefusalCode.RETURN_EXCEEDS_LINE,
            RefusalCode.RETURN_EXCEEDS_REDEMPTION,
            RefusalCode.REDEMPTION_ALREADY_RETURNED,
            RefusalCode.TICKET_DIFFERS);

    /** What a form does for its posting: {@code T} is posted, {@code R} is the receipt. */
    interface Form<T, R> {

        R post(Requested requested, T content);

        /** What the cashier reads aloud. */
        String sentence(T content, R receipt);

        /** How what was posted is taken back at once; empty for what cannot be. */
        default Optional<Undo> undo(T content, R receipt) {
            return Optional.empty();
        }

        /** What it made or changed of what is listed. */
        default Touched touched(T content, R receipt) {
            return Touched.NOTHING;
        }

        /** It was posted before by somebody else: nothing was posted now, and it is not for this desk to take back. */
        default boolean isAlreadyKnown(R receipt) {
            return false;
        }

        /** What is posted, as an amount of money or of points. */
        String inWords(T content);

        /** It is posted: ready for the next. */
        void clear();

        /** It is not posted: ready for another press. */
        void again();
    }

    static boolean decides(Refusal refusal) {
        return DECIDED.contains(refusal.code());
    }

    /** Posts, or first asks to finish what is in doubt. */
    void press(T content) {
        Optional<T> first = request.inDoubtBefore(content);
        if (first.isPresent()) {
            new DoubtDialog(
                            desk,
                            form.inWords(first.get()),
                            form.inWords(content),
                            () -> finish(first.get(), content),
                            form::again)
                    .open();
        } else {
            post(content).ifPresent(receipt -> {
                form.clear();
                counter.whenDone()
                        .accept(new Posted(
                                form.sentence(content, receipt),
                                form.isAlreadyKnown(receipt) ? Optional.empty() : form.undo(content, receipt),
                                form.touched(content, receipt),
                                form.isAlreadyKnown(receipt)));
            });
        }
    }

    /** Asks again for what is in doubt; what was typed since then stays, and another press posts it. */
    void finish(T first, T typed) {
        post(first).ifPresent(receipt -> {
            notice.say(
                    Notice.Kind.SUCCESS,
                    desk.text("doubt.finished", form.sentence(first, receipt), form.inWords(typed)));
            form.again();
            counter.whenBalanceMoved().accept(form.touched(first, receipt));
        });
    }

    /** Empty when there is no receipt; then the notice says why. */
    private Optional<R> post(T content) {
        try {
            R receipt = form.post(request.requested(), content);
            request.settled();
            return Optional.of(receipt);
        } catch (RuntimeException failure) {
            failed(failure, content);
            form.again();
            return Optional.empty();
        }
    }

    private void failed(RuntimeException failure, T content) {
        if (failure instanceof Refusal refusal) {
            boolean wasPosted = refusal.code() == RefusalCode.REQUEST_KEY_REUSED && request.isResumed();
            if (!request.isInDoubt() || decides(refusal)) {
                request.settled();
            }
            notice.error(wasPosted ? desk.text("doubt.wasPosted") : desk.sentence(refusal));
            return;
        }
        request.unanswered(content);
        notice.error(desk.text("noAnswer"));
        if (!(failure instanceof NoAnswerYet)) {
            LOG.log(Level.WARNING, "no answer for a posting at the counter", failure);
        }
    }
}
