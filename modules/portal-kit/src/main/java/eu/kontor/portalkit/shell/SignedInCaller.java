package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WebBrowser;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.tenancy.api.EndedAccess;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SignInRules;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts in this browser session, and for which tenant.
 *
 * <p>The person's claims are copied into the session when it starts; the active tenant is that of the tab's address, if the person belongs
 * to it. An operator acts for the coalition and has no tenant. Asked on a thread that holds a Vaadin session; background work
 * takes {@link #caller()} before it starts.
 */
@Service
public class SignedInCaller {

    private static final String STATE = SignedInCaller.class.getName();

    /** What people are said to have used. */
    private static final String CLIENT = "portal";

    private final Tenants tenants;
    private final EndedAccess ended;

    /** The identity provider's time is the machines', whatever the service believes the time is. */
    private final Clock machines = Clock.systemUTC();

    @Inject
    public SignedInCaller(Tenants tenants, EndedAccess ended) {
        this.tenants = tenants;
        this.ended = ended;
    }

    /** Called once, when the browser session starts. */
    void begin(VaadinSession session, SignedInPerson person) {
        session.setAttribute(STATE, person);
    }

    /** The person signed in once more. Somebody else begins anew. */
    void renew(VaadinSession session, SignedInPerson person) {
        if (session.getAttribute(STATE) instanceof SignedInPerson before
                && before.subject().equals(person.subject())) {
            session.setAttribute(STATE, person);
        } else {
            session.close();
        }
    }

    /** Whether the session is somebody else's than this subject's: another browser's, brought along as a cookie, or of before. */
    boolean isOfAnother(VaadinSession session, String subject) {
        return session.getAttribute(STATE) instanceof SignedInPerson person
                && !person.subject().equals(subject);
    }

    /** Whether the session says of its person what does not hold any more, so that they must sign in again. */
    boolean isOver(VaadinSession session) {
        return session.getAttribute(STATE) instanceof SignedInPerson person && !counts(person);
    }

    /** Whether what the person's sign-in says of them still holds. */
    boolean counts(SignedInPerson person) {
        return !ended.isEnded(person.subject(), person.proof().issued());
    }

    /** @throws Refusal {@code NOT_SIGNED_IN} */
    public SignedInPerson person() {
        SignedInPerson person = inSession();
        if (!counts(person)) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
        return person;
    }

    /**
     * The caller for every use case.
     *
     * @throws Refusal {@code NOT_SIGNED_IN}; {@code NO_TENANT} for a person of no tenant who is not the operator; {@code
     *     TENANT_SUSPENDED}; {@code SECOND_FACTOR_NEEDED}
     */
    public Caller caller() {
        SignedInPerson person = person();
        Optional<String> alias = alias(person);
        if (alias.isEmpty()) {
            if (!person.operator()) {
                throw new Refusal(RefusalCode.NO_TENANT);
            }
            return caller(person, Optional.empty(), Set.of(Role.OPERATOR));
        }
        Set<Role> roles = rolesAt(person, alias.get());
        Tenant active = active(alias.get());
        return caller(person, Optional.of(active.id()), roles);
    }

    private Caller caller(SignedInPerson person, Optional<TenantId> tenant, Set<Role> roles) {
        SignInRules rules = tenants.coalition().signIn();
        if (!person.proof().bySecondFactor() && rules.needsSecondFactor(roles)) {
            throw new Refusal(RefusalCode.SECOND_FACTOR_NEEDED);
        }
        return new Caller(
                person.subject(),
                person.name(),
                tenant,
                roles,
                language(),
                origin(),
                Optional.empty(),
                () -> rules.isRecent(person.proof().signedIn(), machines.instant()));
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
        return own().map(this::active);
    }

    /** As {@link #tenant}, but also one that was suspended since: to be named, never to be acted for. */
    Optional<Tenant> chosen() {
        return own().map(alias -> tenants.get(new TenantSlug(alias)));
    }

    /**
     * The tenant that the tab's address names, if it is one of the person's.
     *
     * @throws Refusal {@code NOT_SIGNED_IN}
     */
    boolean isTabOfAnother() {
        SignedInPerson person = person();
        return alias(person).filter(alias -> !belongsTo(person, alias)).isPresent();
    }

    private Optional<String> own() {
        SignedInPerson person = person();
        return alias(person).filter(alias -> belongsTo(person, alias));
    }

    /** What the tab's address says; where it says nothing, the operator acts for the coalition and others for their first brand. */
    private Optional<String> alias(SignedInPerson person) {
        Optional<String> inAddress = TabBrand.current().map(TabBrand::slug);
        return inAddress.isPresent() || person.operator() ? inAddress : first(person);
    }

    /** The brand to begin with: the first by name; one that is suspended only where there is no other. */
    Optional<String> first(SignedInPerson person) {
        return choices(person).stream()
                .map(tenant -> tenant.slug().value())
                .findFirst()
                .or(() -> tenants.all().stream()
                        .map(tenant -> tenant.slug().value())
                        .filter(alias -> belongsTo(person, alias))
                        .findFirst());
    }

    /** Whether the tenant was suspended since the person chose it. */
    boolean isSuspended() {
        return chosen().filter(tenant -> tenant.state() != Tenant.State.ACTIVE).isPresent();
    }

    /** The tenants between which the person may switch, by name; suspended ones are not among them. */
    public List<Tenant> choices() {
        return choices(person());
    }

    /** Whether the person may also act for the coalition itself. */
    public boolean mayBeOperator() {
        return person().operator();
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
                .filter(tenant -> belongsTo(person, tenant.slug().value()))
                .toList();
    }

    private static boolean belongsTo(SignedInPerson person, String alias) {
        return person.memberships().stream()
                .anyMatch(membership -> membership.alias().equals(alias));
    }

    private static Set<Role> rolesAt(SignedInPerson person, String alias) {
        return person.memberships().stream()
                .filter(membership -> membership.alias().equals(alias))
                .findFirst()
                .map(SignedInPerson.Membership::roles)
                .orElseThrow(() -> new Refusal(RefusalCode.NOT_PERMITTED));
    }

    private static SignedInPerson inSession() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null && session.getAttribute(STATE) instanceof SignedInPerson person) {
            return person;
        }
        throw new Refusal(RefusalCode.NOT_SIGNED_IN);
    }
}
