package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import eu.kontor.kernel.Points;
import java.util.Optional;

/** A number of points, thousands separated as anyone likes. */
final class PointsField extends TextField {

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
        return read(getValue());
    }

    /** For a binder: more than none, or the sentence. */
    static Converter<String, Points> some(String missing) {
        return Converter.from(
                typed -> read(typed)
                        .filter(points -> !points.isZero())
                        .map(Result::ok)
                        .orElseGet(() -> Result.error(missing)),
                points -> String.valueOf(points.value()));
    }

    private static Optional<Points> read(String typed) {
        String digits = typed.replaceAll("[\\s.,'\\u00a0]", "");
        boolean readable = digits.matches("\\d{1,12}");
        return readable ? Optional.of(Points.of(Long.parseLong(digits))) : Optional.empty();
    }

    void show(Points points) {
        setValue(desk.words().formats().points(points));
    }
}
