package eu.kontor.portalkit.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;

/**
 * Lets a person enter the views of their roles only.
 *
 * <p>The start address leads each person to their first job: a cashier has no overview and lands at the front desk.
 */
@Service
public class ViewAccess {

    private final SignedInCaller current;
    private final AccessRefusals refusals;

    @Inject
    public ViewAccess(SignedInCaller current, AccessRefusals refusals) {
        this.current = current;
        this.refusals = refusals;
    }

    void check(BeforeEnterEvent event) {
        ForRoles wanted = event.getNavigationTarget().getAnnotation(ForRoles.class);
        if (wanted == null || event.isErrorEvent()) {
            return;
        }
        try {
            Caller caller = current.caller();
            if (!caller.isAny(wanted.value())) {
                refuse(event, caller);
            }
        } catch (Refusal refusal) {
            event.rerouteToError(refusal, refusal.code().name());
        }
    }

    private void refuse(BeforeEnterEvent event, Caller caller) {
        boolean atStart = event.getLocation().getPath().isEmpty();
        var first = NavigationEntry.allowed(caller).stream().findFirst();
        if (atStart && first.isPresent()) {
            event.forwardTo(first.get().place());
        } else {
            refusals.refused(caller, event.getLocation().getPath(), RefusalCode.NOT_PERMITTED);
            event.rerouteToError(new Refusal(RefusalCode.NOT_PERMITTED), RefusalCode.NOT_PERMITTED.name());
        }
    }
}
