package eu.kontor.rest.caller;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import jakarta.enterprise.context.RequestScoped;

/** The caller of this request, known once {@link CallerFilter} has read the token. */
@RequestScoped
public class RequestCaller {

    private Caller caller;

    /** @throws Refusal {@code NOT_SIGNED_IN} when no token was read */
    public Caller get() {
        if (caller == null) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
        return caller;
    }

    void is(Caller known) {
        caller = known;
    }
}
