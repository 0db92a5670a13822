package eu.kontor.portalkit.i18n;

import java.util.List;

/** The kit's own texts. */
public final class KitTexts implements TextBundles {

    @Override
    public List<String> names() {
        return List.of("shell", "look");
    }
}
