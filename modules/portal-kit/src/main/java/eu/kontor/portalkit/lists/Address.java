package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person has chosen in a view, as the address shows it, so that a link can be sent and going back finds the same view.
 *
 * @param path the view's place
 * @param choices by name; empty choices are left out of the address
 */
public record Address(String path, Map<String, String> choices) {

    public Address {
        choices = new LinkedHashMap<>(choices);
        choices.values().removeIf(String::isBlank);
    }

    /** The choices in an address that was opened; of several with the same name the first. */
    public static Address of(String path, QueryParameters parameters) {
        Map<String, String> choices = new LinkedHashMap<>();
        parameters.getParameters().forEach((name, values) -> {
            if (!values.isEmpty()) {
                choices.put(name, values.getFirst());
            }
        });
        return new Address(path, choices);
    }

    public Optional<String> choice(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    /** The same with one choice changed; an empty value takes it out. */
    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(choices);
        changed.put(name, value);
        return new Address(path, changed);
    }

    /** Writes it into the address bar without a navigation. */
    public void showIn(UI ui) {
        ui.getPage().getHistory().replaceState(null, location());
    }

    /** As a link has it, relative to the brand's start. */
    public String link() {
        return location().getPathWithQueryParameters();
    }

    private Location location() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        choices.forEach((name, value) -> parameters.put(name, List.of(value)));
        return new Location(path, new QueryParameters(parameters));
    }
}
