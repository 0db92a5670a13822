package eu.kontor.portal.tenants;

import eu.kontor.portal.lists.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What applying a configuration from a browser needs beside the use case: where the files lie, and work off the request. */
@ApplicationScoped
public class ApplyingTools {

    private final ConfigurationFolder folders;
    private final BackgroundWork background;

    @Inject
    public ApplyingTools(ConfigurationFolder folders, BackgroundWork background) {
        this.folders = folders;
        this.background = background;
    }

    /** For the container's proxy. */
    protected ApplyingTools() {
        this(null, null);
    }

    public ConfigurationFolder folders() {
        return folders;
    }

    public BackgroundWork background() {
        return background;
    }
}
