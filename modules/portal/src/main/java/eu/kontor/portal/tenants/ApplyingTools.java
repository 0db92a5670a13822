package eu.kontor.portal.tenants;

import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;

/** What applying a configuration from a browser needs beside the use case: where the files lie, and work off the request. */
@Service
public class ApplyingTools {

    private final ConfigurationSource folders;
    private final BackgroundWork background;

    @Inject
    public ApplyingTools(ConfigurationSource folders, BackgroundWork background) {
        this.folders = folders;
        this.background = background;
    }

    public ConfigurationSource folders() {
        return folders;
    }

    public BackgroundWork background() {
        return background;
    }
}
