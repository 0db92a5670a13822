package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view over the preview's figures, at a desk and on a phone: nothing for axe to find in either theme, nothing cut off, all texts in
 * every language; with a picture of each. That the running whole fills them is tested there.
 */
class EveryViewTest {

    /** As browsers ask for a language, and as the page then says what it is written in. */
    private static final Map<String, String> LANGUAGES = Map.of("en", "en", "es", "es", "zh-CN", "zh-Hans");

    private static final String FIRST_LANGUAGE = "en";

    /** A moment before the window began. */
    private static final String BEFORE_ALL = "?asOf=2026-09-15T12:00";

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("overview", "admin", ""),
                Arguments.of("overview-operator", "operator", ""),
                Arguments.of("front-desk", "cashier", "front-desk"),
                Arguments.of("front-desk-guest", "cashier", "front-desk?q=" + PreviewDesk.cardOf(2)),
                Arguments.of("front-desk-several", "cashier", "front-desk?q=mar"),
                Arguments.of("front-desk-blocked", "cashier", "front-desk?q=" + PreviewDesk.cardOf(7)),
                Arguments.of("front-desk-stranger", "cashier", "front-desk?q=" + PreviewDesk.cardOf(9)),
                Arguments.of("front-desk-usual", "clerk", "front-desk?q=" + PreviewDesk.cardOf(3)),
                Arguments.of("corrections", "admin", "corrections"),
                Arguments.of("corrections-operator", "operator", "corrections"),
                Arguments.of("corrections-desk", "cashier", "corrections"),
                Arguments.of("program", "admin", "program"),
                Arguments.of("program-operator", "operator", "program"),
                Arguments.of("program-draft", "admin", "program/draft/8"),
                Arguments.of("program-approval", "admin", "program/draft/7"),
                Arguments.of("members", "admin", "members"),
                Arguments.of("members-search", "admin", "members?q=mar"),
                Arguments.of("members-search-nobody", "admin", "members?q=zz"),
                Arguments.of("enrolment", "admin", "members?panel=enrol"),
                Arguments.of("member", "admin", "members/3"),
                Arguments.of("imports", "finance", "imports"),
                Arguments.of("new-layout", "finance", "imports/new-layout"),
                Arguments.of("held", "finance", "imports/held"),
                Arguments.of("settlement", "operator", "settlement"),
                Arguments.of("settlement-partner", "finance", "settlement"),
                Arguments.of("window", "operator", "settlement/2026-10"),
                Arguments.of("statement", "finance", "settlement/2026-10/hotel-mirador"),
                Arguments.of("window-before-all", "operator", "settlement/2026-10" + BEFORE_ALL),
                Arguments.of("statement-before-all", "finance", "settlement/2026-10/hotel-mirador" + BEFORE_ALL),
                Arguments.of("expiry", "operator", "expiry"),
                Arguments.of("expiry-tell", "operator", "expiry?panel=tell"),
                Arguments.of("expiry-run", "operator", "expiry?panel=run"),
                Arguments.of("privacy", "operator", "privacy"),
                Arguments.of("messages", "operator", "messages"),
                Arguments.of("message", "operator", "messages?message=17"),
                Arguments.of("signals", "admin", "signals"),
                Arguments.of("signal", "operator", "signals?signal=9"),
                Arguments.of("audit", "admin", "audit"),
                Arguments.of("audit-all", "operator", "audit"),
                Arguments.of("tenants", "operator", "tenants"),
                Arguments.of("tenant", "operator", "tenants?tenant=cafe-lumbre"),
                Arguments.of("configuration", "operator", "tenants?panel=apply"));
    }

    @ParameterizedTest
    @MethodSource("views")
    @Execution(ExecutionMode.CONCURRENT)
    void is_accessible_at_a_desk(String name, String person, String place) throws Exception {
        look(name, person, place, Screen.DESK);
    }

    @ParameterizedTest
    @MethodSource("views")
    @Execution(ExecutionMode.CONCURRENT)
    void is_accessible_on_a_phone(String name, String person, String place) throws Exception {
        look(name, person, place, Screen.PHONE);
    }

    /** The first one was looked at already, when it was looked for all else. */
    @ParameterizedTest
    @MethodSource("views")
    @Execution(ExecutionMode.CONCURRENT)
    void has_all_its_texts_in_every_other_language(String name, String person, String place) throws Exception {
        for (String language : LANGUAGES.keySet()) {
            if (!language.equals(FIRST_LANGUAGE)) {
                PreviewPage view =
                        PreviewBrowser.page(person, Screen.PHONE, language).open(place);
                view.takePicture(name + "-390-" + language);
                hasAllItsTexts(view, language);
            }
        }
    }

    private static void look(String name, String person, String place, Screen screen) throws Exception {
        PreviewPage view = PreviewBrowser.page(person, screen, FIRST_LANGUAGE).open(place);
        assertThat(view.refusals()).as("refusals").isZero();
        examine(view, name, screen);
        hasAllItsTexts(view, FIRST_LANGUAGE);
    }

    private static void hasAllItsTexts(PreviewPage view, String language) {
        assertThat(view.page().locator("html").getAttribute("lang")).isEqualTo(LANGUAGES.get(language));
        assertThat(view.page().locator(".k-shell").innerText())
                .as("texts in %s", language)
                .doesNotContainPattern("![a-z]+\\.[A-Za-z.]+!");
    }

    /** The themes differ in colours alone, so that the dark one is asked for nothing else. */
    static void examine(PreviewPage view, String name, Screen screen) {
        view.takePicture(name + "-" + screen.width());
        String light = view.background();
        assertThat(view.widerThanTheWindow()).as("pixels cut off").isNotPositive();
        assertThat(view.accessibilityFindings()).as("in light").isEmpty();

        view.in(ColorScheme.DARK);
        assertThat(view.background()).as("it is dark").isNotEqualTo(light);
        assertThat(view.colourFindings()).as("in the dark").isEmpty();
        view.in(ColorScheme.LIGHT);
    }
}
