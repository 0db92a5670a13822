package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.stream.Stream;

/** Why something comes back: what it usually is, or in own words. */
final class ReasonField extends ComboBox<String> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 160;

    ReasonField(Desk desk, String... usual) {
        List<String> words = Stream.of(usual).map(desk::text).toList();
        setLabel(desk.text("reason"));
        setItems(words);
        setAllowCustomValue(true);
        addCustomValueSetListener(own -> setValue(own.getDetail().strip()));
        setValue(words.getFirst());
        addClassName("k-till-reason");
    }

    /** Of what is written no more than a list can show. */
    String reason() {
        String text = getValue() == null ? "" : getValue();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
