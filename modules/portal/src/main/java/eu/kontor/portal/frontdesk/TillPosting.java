package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.TillRequest.Doubt;
import eu.kontor.portal.look.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a form posts: after something stayed without an answer, something else is posted only when the cashier has said what became
 * of the first.
 *
 * @param request under whose key it is posted
 * @param inWords what was posted, as an amount of money or of points
 * @param notice says why it failed
 */
record TillPosting<T>(Desk desk, TillRequest<T> request, Counter counter, Function<T, String> inWords, Notice notice) {

    /**
     * Posts, or asks first.
     *
     * @param post under the key of the request
     * @param anew posts it when the one in doubt did not go through: by then there is a new key
     */
    void begin(T content, Consumer<T> post, Runnable anew) {
        Optional<Doubt<T>> doubt = request.inDoubtBefore(content);
        if (doubt.isEmpty()) {
            post.accept(content);
            return;
        }
        String first = inWords.apply(doubt.get().content());
        Points now = counter.balanceNow().get();
        Runnable wentThrough = () -> {
            request.settled();
            counter.whenDone()
                    .accept(desk.text(
                            "doubt.kept", first, desk.words().formats().points(now)));
        };
        Runnable postNew = () -> {
            request.settled();
            anew.run();
        };
        new DoubtDialog(desk, first, doubt.get().balanceBefore(), now, new DoubtDialog.Answer(wentThrough, postNew))
                .open();
    }

    /** @param balanceBefore what the guest had when it was posted */
    void failed(RuntimeException failure, T content, Points balanceBefore) {
        notice.error(desk.sentence(failure));
        if (failure instanceof NoAnswerYet) {
            request.unanswered(content, balanceBefore);
        } else {
            request.settled();
        }
    }
}
