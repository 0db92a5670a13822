package eu.kontor.portalkit.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A ranking: name, figure, and a bar as long as its share of the largest. It is its own table. */
public final class BarList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int WHOLE_PERCENT = 100;

    /**
     * @param name what is ranked
     * @param value by which
     * @param figure the value as people read it
     */
    public record Bar(String name, long value, String figure) {}

    /** @param message the one thing to see */
    public BarList(String message, List<Bar> bars) {
        addClassName("k-bars");
        Span sentence = new Span(message);
        sentence.addClassName("k-chart-message");
        UnorderedList list = new UnorderedList();
        long largest = bars.stream().mapToLong(Bar::value).max().orElse(0);
        bars.forEach(bar -> list.add(item(bar, largest)));
        add(sentence, list);
    }

    private static ListItem item(Bar bar, long largest) {
        Span name = new Span(bar.name());
        Span figure = new Span(bar.figure());
        figure.addClassName("k-number");
        Div track = new Div(new Div());
        track.addClassName("k-bar");
        track.getElement().setAttribute("aria-hidden", "true");
        long percent = largest == 0 ? 0 : bar.value() * WHOLE_PERCENT / largest;
        track.getElement().getStyle().set("--k-bar", percent + "%");
        return new ListItem(name, figure, track);
    }
}
