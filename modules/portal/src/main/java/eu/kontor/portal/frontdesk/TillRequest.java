package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.Points;
import java.util.Optional;

/**
 * What is being posted at the till: its key stays the same until there is an answer, so that pressing again posts nothing twice.
 *
 * <p>Once a posting stayed without an answer, its key belongs to what was posted with it. Something else may take a new key only
 * after a person has said what became of the first.
 *
 * @param <T> what is posted, with equality
 */
final class TillRequest<T> {

    private final RequestKeys keys;
    private String key;
    private Optional<Doubt<T>> doubt = Optional.empty();

    TillRequest(RequestKeys keys) {
        this.keys = keys;
        this.key = keys.next();
    }

    String key() {
        return key;
    }

    /** The answer came, whatever it was: what follows is a new request. */
    void settled() {
        key = keys.next();
        doubt = Optional.empty();
    }

    /** No answer came in time. */
    void unanswered(T content, Points balanceBefore) {
        doubt = Optional.of(new Doubt<>(content, balanceBefore));
    }

    /** What is still in doubt when {@code content} is to be posted; empty for the same again, which is safe. */
    Optional<Doubt<T>> inDoubtBefore(T content) {
        return doubt.filter(open -> !open.content().equals(content));
    }

    /** @param balanceBefore what the guest had when it was posted */
    record Doubt<T>(T content, Points balanceBefore) {}
}
