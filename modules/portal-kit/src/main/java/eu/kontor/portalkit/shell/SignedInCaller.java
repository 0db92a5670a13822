package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WebBrowser;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts in this browser session, and for which tenant.
 *
 * <p>The person's claims are copied into the session when it starts; the active tenant is chosen there, never taken from an
 * address. An operator acts for the coalition and has no tenant. Asked on a thread that holds a Vaadin session; background work
 * takes {@link #caller()} before it starts.
 */
@Service
public class SignedInCaller {

    private static final String STATE = SignedInCaller.class.getName();

    /** What people are said to have used. */
    private static final String CLIENT = "portal";

    private final Tenants tenants;

    @Inject
    public SignedInCaller(Tenants tenants) {
        this.tenants = tenants;
    }

    private static final class State implements Serializable {
        private static final long serialVersionUID = 1L;
        private final SignedInPerson person;
        private String alias;

        State(SignedInPerson person) {
            this.person = person;
        }
    }

    /** Called once, when the browser session starts. */
    void begin(VaadinSession session, SignedInPerson person) {
        State state = new State(person);
        session.setAttribute(STATE, state);
        if (!person.operator()) {
            choices(person).stream()
                    .findFirst()
                    .ifPresent(tenant -> state.alias = tenant.slug().value());
        }
    }

    /** @throws Refusal {@code NOT_SIGNED_IN} */
    public SignedInPerson person() {
        return state().person;
    }

    /**
     * The caller for every use case.
     *
     * @throws Refusal {@code NOT_SIGNED_IN}; {@code NO_TENANT} for a person of no tenant who is not the operator; {@code
     *     TENANT_SUSPENDED}
     */
    public Caller caller() {
        State state = state();
        SignedInPerson person = state.person;
        if (state.alias == null) {
            if (!person.operator()) {
                throw new Refusal(RefusalCode.NO_TENANT);
            }
            return new Caller(
                    person.subject(), person.name(), Optional.empty(), Set.of(Role.OPERATOR), language(), origin());
        }
        Tenant active = active(state.alias);
        return new Caller(
                person.subject(),
                person.name(),
                Optional.of(active.id()),
                rolesAt(person, state.alias),
                language(),
                origin());
    }

    /** Where the browser session began. */
    private static Origin origin() {
        WebBrowser browser = VaadinSession.getCurrent().getBrowser();
        return Origin.of(CLIENT, browser == null ? null : browser.getAddress());
    }

    /**
     * The tenant in whose name the person acts; empty for the operator.
     *
     * @throws Refusal {@code NOT_SIGNED_IN}, {@code TENANT_SUSPENDED}
     */
    public Optional<Tenant> tenant() {
        return Optional.ofNullable(state().alias).map(this::active);
    }

    /** As {@link #tenant}, but also one that was suspended since: to be named, never to be acted for. */
    Optional<Tenant> chosen() {
        return Optional.ofNullable(state().alias).map(alias -> tenants.get(new TenantSlug(alias)));
    }

    /** Whether the tenant was suspended since the person chose it. */
    boolean isSuspended() {
        return chosen().filter(tenant -> tenant.state() != Tenant.State.ACTIVE).isPresent();
    }

    /** The tenants between which the person may switch, by name; suspended ones are not among them. */
    public List<Tenant> choices() {
        return choices(state().person);
    }

    /** Whether the person may also act for the coalition itself. */
    public boolean mayBeOperator() {
        return state().person.operator();
    }

    /** Acts for this tenant from now on. @throws Refusal {@code NOT_PERMITTED} when the person does not belong to it */
    public void actFor(TenantSlug slug) {
        if (choices().stream().noneMatch(tenant -> tenant.slug().equals(slug))) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
        state().alias = slug.value();
    }

    /** Acts for the coalition from now on. @throws Refusal {@code NOT_PERMITTED} */
    public void actAsOperator() {
        if (!mayBeOperator()) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
        state().alias = null;
    }

    /** The language of the browser session. */
    public Locale language() {
        UI ui = UI.getCurrent();
        return Languages.nearest(ui == null ? VaadinSession.getCurrent().getLocale() : ui.getLocale())
                .orElse(Languages.ENGLISH);
    }

    private Tenant active(String alias) {
        return tenants.active(tenants.get(new TenantSlug(alias)).id());
    }

    private List<Tenant> choices(SignedInPerson person) {
        return tenants.all().stream()
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .filter(tenant -> person.memberships().stream()
                        .anyMatch(membership ->
                                membership.alias().equals(tenant.slug().value())))
                .toList();
    }

    private static Set<Role> rolesAt(SignedInPerson person, String alias) {
        return person.memberships().stream()
                .filter(membership -> membership.alias().equals(alias))
                .findFirst()
                .map(SignedInPerson.Membership::roles)
                .orElseThrow(() -> new Refusal(RefusalCode.NOT_PERMITTED));
    }

    private static State state() {
        VaadinSession session = VaadinSession.getCurrent();
        Object state = session == null ? null : session.getAttribute(STATE);
        if (state == null) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
        return (State) state;
    }
}
