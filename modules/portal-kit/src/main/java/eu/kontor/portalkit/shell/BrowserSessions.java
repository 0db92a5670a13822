package eu.kontor.portalkit.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.tenancy.api.EndedAccess;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins browser sessions and dresses the first page: person, language, light or dark, the tenant's colour. */
@Service
public class BrowserSessions {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserSessions.class);

    private final SignIn signIn;
    private final SignedInCaller current;

    /** Those that are open on this server. */
    private final Set<VaadinSession> open = ConcurrentHashMap.newKeySet();

    @Inject
    public BrowserSessions(SignIn signIn, SignedInCaller current, EndedAccess ended) {
        this.signIn = signIn;
        this.current = current;
        ended.whenEnded(() -> open.forEach(this::turnOutIfOver));
    }

    /** Nobody has to press anything: the pages load anew, and the sign-in says what the person is now. */
    private void turnOutIfOver(VaadinSession session) {
        session.access(() -> {
            if (current.isOver(session)) {
                session.getUIs().forEach(tab -> tab.access(() -> tab.getPage().reload()));
            }
        });
    }

    /** The person proved once more who they are: what the browser's session knows of them is what the new sign-in says. */
    public void renew(HttpSession browser) {
        signIn.idTokenClaims().map(ClaimsReader::read).ifPresent(person -> {
            for (VaadinSession session : VaadinSession.getAllSessions(browser)) {
                session.accessSynchronously(() -> current.renew(session, person));
            }
        });
    }

    void end(VaadinSession session) {
        open.remove(session);
    }

    /** Copies what the request knows into the session. Without a sign-in the session stays empty and every view says so. */
    void begin(VaadinSession session, VaadinRequest request) {
        Optional<SignedInPerson> person = person();
        Locale language = Preferences.language(request)
                .or(() -> person.flatMap(SignedInPerson::language))
                .orElseGet(() -> Languages.firstOf(request.getLocales()));
        session.setLocale(language);
        session.setErrorHandler(new UnexpectedErrors());
        person.ifPresent(someone -> {
            // Whatever cookie was there before the sign-in is worth nothing after it.
            ((VaadinServletRequest) request).getHttpServletRequest().changeSessionId();
            current.begin(session, someone);
            open.add(session);
        });
    }

    /** Whose claims cannot be kept is nobody here. */
    private Optional<SignedInPerson> person() {
        try {
            return signIn.idTokenClaims().map(ClaimsReader::read);
        } catch (Refusal refusal) {
            LOG.warn("Somebody could not be signed in: {}", refusal.getMessage());
            return Optional.empty();
        }
    }

    /** Colours and language are in the page before its first script runs, so that nothing flashes; and nothing runs that is not ours. */
    void dress(IndexHtmlResponse page) {
        Document document = page.getDocument();
        VaadinSession session = VaadinSession.getCurrent();
        Locale language = session == null ? Languages.ENGLISH : session.getLocale();
        document.getElementsByTag("html").attr("lang", Languages.htmlTag(language));
        Preferences.Scheme scheme = Preferences.scheme(page.getVaadinRequest());
        AccentStyle accent = accent();
        document.head()
                .appendElement("style")
                .attr("id", "kontor-tenant")
                .text(":root{color-scheme:" + scheme.css() + ";--aura-accent-color-light:" + accent.onLight()
                        + ";--aura-accent-color-dark:" + accent.onDark() + '}');
        WordsOfThePage.write(document, language);
        PagePolicy.impose(page, signIn.formsMayLeadTo());
    }

    private AccentStyle accent() {
        try {
            return current.tenant()
                    .map(tenant -> AccentStyle.of(tenant.accentColour()))
                    .orElse(AccentStyle.OF_THE_COALITION);
        } catch (Refusal notSignedIn) {
            return AccentStyle.OF_THE_COALITION;
        }
    }
}
