package eu.kontor.portal.settlement;

import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.settlement.api.Settlement.State;
import java.time.YearMonth;

/** What is said of a window at a past moment. */
final class PastWords {

    private PastWords() {}

    /** Whether the window was closed then, and whose prices were taken. */
    static String standing(State state, Wording wording) {
        return Texts.of(state == State.CLOSED ? "settlement.past.closed" : "settlement.past.open", wording.language());
    }

    /** For a moment before the window's first transfer. */
    static EmptyState nothingYet(YearMonth window, Wording wording) {
        return new EmptyState(
                Texts.of(
                        "settlement.past.none.title",
                        wording.language(),
                        wording.formats().month(window)),
                Texts.of("settlement.past.none.text", wording.language()));
    }

    /** For a moment that lies ahead. */
    static Notice notCome(AsOf asOf, Wording wording) {
        return new Notice(
                Notice.Kind.ERROR, Texts.of("look.asOf.future", wording.language(), asOf.inWords(wording.formats())));
    }
}
