package eu.kontor.portal.frontdesk;

import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import java.util.Optional;

/**
 * What is being posted at the till: its key and moment stay the same until there is an answer, so that pressing again posts nothing
 * twice.
 *
 * <p>Once a posting stayed without an answer, its key belongs to what was posted with it. Something else may take a new key only
 * after the first is answered.
 *
 * @param <T> what is posted, with equality
 */
final class TillRequest<T> {

    private final RequestKeys keys;
    private Optional<Requested> requested = Optional.empty();
    private Optional<T> doubt = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private boolean resumed;

    TillRequest(RequestKeys keys) {
        this.keys = keys;
    }

    /** Made by the first press, and the same for every further one until it is settled. */
    Requested requested() {
        if (requested.isEmpty()) {
            requested = Optional.of(keys.at(key()));
        }
        return requested.get();
    }

    /** Under which the next press is posted; its moment is that of the press. */
    String key() {
        if (chosen.isEmpty()) {
            chosen = Optional.of(keys.newKey());
        }
        return chosen.get();
    }

    /**
     * Goes on with what was pressed on a page that is gone. Was it posted, the ledger refuses the key, because this is another moment; was it
     * not, it is posted now.
     */
    void resume(String key) {
        if (requested.isEmpty()) {
            chosen = Optional.of(key);
            resumed = true;
        }
    }

    boolean isResumed() {
        return resumed;
    }

    /** It is decided: what follows is a new request. */
    void settled() {
        requested = Optional.empty();
        chosen = Optional.empty();
        resumed = false;
        doubt = Optional.empty();
    }

    /** Nobody knows what became of it. */
    void unanswered(T content) {
        doubt = Optional.of(content);
    }

    boolean isInDoubt() {
        return doubt.isPresent();
    }

    /** What is still in doubt when {@code content} is to be posted; empty for the same again, which is safe. */
    Optional<T> inDoubtBefore(T content) {
        return doubt.filter(open -> !open.equals(content));
    }
}
