package eu.kontor.portalkit.look;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A brand's logo in a square tile, or its initials in its colour. Decorates a name that stands beside it. */
public final class TenantTile extends Span {

    private static final long serialVersionUID = 1L;
    private static final int MAX_INITIALS = 2;

    /** @param logoSvg shown as an image, in which scripts never run */
    public TenantTile(String name, Optional<String> logoSvg) {
        addClassName("k-tile");
        getElement().setAttribute("aria-hidden", "true");
        if (logoSvg.isPresent()) {
            String data = Base64.getEncoder().encodeToString(logoSvg.get().getBytes(StandardCharsets.UTF_8));
            add(new Image("data:image/svg+xml;base64," + data, ""));
        } else {
            setText(initials(name));
        }
    }

    /** The first letters of the first two words that begin with a capital; the first letter of all else. */
    static String initials(String name) {
        String[] words = name.trim().split("[\\s&·-]+");
        String capitals = Arrays.stream(words)
                .filter(word -> !word.isEmpty() && !Character.isLowerCase(word.codePointAt(0)))
                .limit(MAX_INITIALS)
                .map(word -> new String(Character.toChars(word.codePointAt(0))))
                .collect(Collectors.joining());
        return capitals.isEmpty() ? name.trim().substring(0, 1).toUpperCase(Locale.ROOT) : capitals;
    }
}
