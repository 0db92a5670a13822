package eu.kontor.feeds.application;

import eu.kontor.feeds.persistence.ErasedFeedFiles;
import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.PartlyRemoved;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;

/** Files that were read, their receipts and rejects. That they came, and what became of their lines, stays in the list of imports. */
@Service
public class KeptFiles implements KeptForATime {

    private final FeedSettings settings;
    private final Tenants tenants;

    @Inject
    public KeptFiles(FeedSettings settings, Tenants tenants) {
        this.settings = settings;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public Period usual() {
        return Period.ofMonths(13);
    }

    @Override
    public long remove(Instant before) {
        return PartlyRemoved.ofEach(
                tenants.all(), tenant -> ErasedFeedFiles.removeOlder(settings.directory(), tenant.slug(), before));
    }
}
