package eu.kontor.portal.i18n;

import eu.kontor.portalkit.i18n.TextBundles;
import java.util.List;

/** The texts of the features. */
public final class PortalTexts implements TextBundles {

    @Override
    public List<String> names() {
        return List.of(
                "search",
                "overview",
                "frontdesk",
                "corrections",
                "program",
                "members",
                "imports",
                "settlement",
                "expiry",
                "tenants",
                "messages",
                "trust",
                "privacy");
    }
}
