package eu.kontor.portal.preview;

import eu.kontor.feeds.api.FeedTrials;
import eu.kontor.feeds.application.TrialRun;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every sample as if it were the export of a café's till. */
@ApplicationScoped
public class FakeTrials implements FeedTrials {

    private static final Sketch SKETCH = new Sketch(
            "item-lines",
            "- name: \"kasse\"\n  layout: \"item-lines\"\n",
            "{\"name\": \"kasse\", \"layout\": \"item-lines\"}",
            List.of("Beleg", "Datum", "Artikel", "Menge", "Betrag", "Art", "Kundenkarte"),
            List.of(
                    List.of("1", "03.10.2026", "Brötchen", "3", "2,70 €", "Verkauf", "9724010000000013"),
                    List.of("1", "03.10.2026", "Kaffee", "1", "2,60 €", "Verkauf", "9724010000000013")),
            Map.of("ticket", "Beleg", "date", "Datum", "item", "Artikel", "amount", "Betrag", "card", "Kundenkarte"),
            Map.of("currency", "EUR"),
            "dd.MM.uuuu",
            "Europe/Lisbon",
            ",",
            List.of("outlet"),
            List.of(
                    new Question("word-unknown", "Art", "Verkauf"),
                    new Question("day-or-month", "Datum", "MM.dd.uuuu")));

    @Override
    public Trial tryFile(Caller caller, String fileName, InputStream content) {
        return new Trial(
                Optional.of("The header of " + fileName + " fits no known layout."),
                "",
                "",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                Points.ZERO,
                List.of(),
                List.of(),
                Optional.of(SKETCH));
    }

    @Override
    public Trial tryFile(Caller caller, String fileName, InputStream content, String mapping) {
        return new Trial(
                Optional.empty(),
                "kasse",
                "item-lines",
                2,
                2,
                1,
                0,
                0,
                1,
                0,
                Map.of(),
                1,
                Points.of(2),
                List.of(
                        new TriedLine(2, "1;03.10.2026;Brötchen", Outcome.POSTED, Points.of(2), ""),
                        new TriedLine(3, "1;03.10.2026;Kaffee", Outcome.REFUSED, Points.ZERO, "The column Art …")),
                List.of(),
                Optional.empty());
    }

    @Override
    public String completed(Sketch sketch, Choice choice) {
        return new TrialRun(null, null, null).completed(sketch, choice);
    }

    @Override
    public List<LayoutNames> layouts() {
        return List.of(
                new LayoutNames(
                        "item-lines",
                        List.of("card", "outlet", "currency", "date", "ticket"),
                        List.of(List.of("amount"), List.of("unit_price", "quantity")),
                        List.of("time", "item", "line_kind")),
                new LayoutNames(
                        "redemptions",
                        List.of("card", "outlet", "points", "business_date", "reference"),
                        List.of(),
                        List.of()));
    }
}
