package eu.kontor.portal.frontdesk;

import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import eu.kontor.kernel.Points;
import eu.kontor.portalkit.forms.LineField;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number of points, thousands separated as the reader's language does, or not at all. */
final class PointsField extends LineField {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;

    PointsField(Desk desk) {
        this.desk = desk;
        setLabel(desk.words().pointsName());
        addClassName("k-till-amount");
        getElement().setAttribute("inputmode", "numeric");
    }

    /** Empty when it cannot be read. */
    Optional<Points> typed() {
        return read(getValue(), desk.words().language());
    }

    /** For a binder: more than none, or the sentence. */
    Converter<String, Points> some(String missing) {
        return Converter.from(
                typed -> read(typed, desk.words().language())
                        .filter(points -> !points.isZero())
                        .map(Result::ok)
                        .orElseGet(() -> Result.error(missing)),
                points -> String.valueOf(points.value()));
    }

    /** Half a point is no point: {@code 12.5} is not read as 125. */
    static Optional<Points> read(String typed, Locale language) {
        String group = "["
                + Pattern.quote(String.valueOf(
                        DecimalFormatSymbols.getInstance(language).getGroupingSeparator()))
                + " \\u00a0\\u202f']";
        String text = typed.strip();
        boolean readable = text.matches("\\d{1,12}|\\d{1,3}(?:" + group + "\\d{3}){1,3}");
        return readable ? Optional.of(Points.of(Long.parseLong(text.replaceAll("\\D", "")))) : Optional.empty();
    }

    void show(Points points) {
        setValue(desk.words().formats().points(points));
    }
}
