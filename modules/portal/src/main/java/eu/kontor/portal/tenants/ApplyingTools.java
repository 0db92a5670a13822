package eu.kontor.portal.tenants;

import eu.kontor.tenancy.api.Component;
import eu.kontor.portal.lists.BackgroundWork;
import jakarta.inject.Inject;

/** What applying a configuration from a browser needs beside the use case: where the files lie, and work off the request. */
@Component
public class ApplyingTools {

    private final ConfigurationFolder folders;
    private final BackgroundWork background;

    @Inject
    public ApplyingTools(ConfigurationFolder folders, BackgroundWork background) {
        this.folders = folders;
        this.background = background;
    }

    public ConfigurationFolder folders() {
        return folders;
    }

    public BackgroundWork background() {
        return background;
    }
}
