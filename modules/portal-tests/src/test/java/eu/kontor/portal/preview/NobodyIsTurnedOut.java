package eu.kontor.portal.preview;

import eu.kontor.tenancy.api.EndedAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** In the preview nobody's roles change. */
@ApplicationScoped
public class NobodyIsTurnedOut implements EndedAccess {

    @Override
    public boolean isEnded(String subject, Instant granted) {
        return false;
    }
}
