package eu.kontor.rest.caller;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import java.util.Optional;

/** The caller of this request. */
public interface RequestCaller {

    /**
     * On the request's own thread; a stage that answers takes the caller along.
     *
     * @throws Refusal {@code NOT_SIGNED_IN} when no token was read
     */
    Caller get();

    /** The same where there may be none, as in an answer to a mistake. */
    Optional<Caller> known();
}
