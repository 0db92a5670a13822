package eu.kontor.portal.imports;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import eu.kontor.feeds.api.HeldCorrections.HeldCorrection;
import eu.kontor.feeds.api.HeldCorrections.Version;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One correction that waits, with the line as it stands in its file. */
final class HeldPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final DescriptionList facts = new DescriptionList();

    HeldPanel(HeldCorrection row, Wording wording) {
        facts.addClassName("k-facts");
        fact("kind", getTranslation("imports.held.kind." + row.kind().slug()));
        fact("standing", version(row.standing(), "imports.held.nothing", wording));
        fact("says", version(row.says(), "imports.held.takenBack", wording));
        fact("outlet", row.outlet());
        fact("date", wording.formats().day(row.businessDate()));
        fact("file", place(row));
        fact("since", wording.formats().momentNear(row.heldAt(), wording.clock().instant(), wording.zone()));
        Pre text = new Pre(row.text());
        text.addClassName("k-scroll");
        text.getElement().setAttribute("tabindex", "0");
        add(facts, text);
    }

    private void fact(String key, String value) {
        facts.add(new Term(getTranslation("imports.held." + key)), new Description(value));
    }

    /** {@code day.csv, 17}. */
    static String place(HeldCorrection row) {
        return row.fileName() + ", " + row.line();
    }

    /** @param none what is said where there is none */
    static String version(Optional<Version> version, String none, Wording wording) {
        return version.map(said -> Stream.of(
                                said.amount().map(wording.formats()::money),
                                said.points().map(wording::points),
                                Optional.of(said.card()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")))
                .orElseGet(() -> Texts.of(none, wording.language()));
    }
}
