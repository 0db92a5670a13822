package eu.kontor.feeds.application;

import eu.kontor.feeds.persistence.ErasedFeedFiles;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.PersonalFiles;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that were read, and what was refused of them: lines with a card of an erased member go. */
@Service
public class ErasedFromFeeds implements PersonalFiles {

    private final FeedSettings settings;
    private final Tenants tenants;

    @Inject
    public ErasedFromFeeds(FeedSettings settings, Tenants tenants) {
        this.settings = settings;
        this.tenants = tenants;
    }

    @Override
    public int erase(MemberId member, Set<CardNumber> cards) throws IOException {
        if (cards.isEmpty()) {
            return 0;
        }
        Set<String> numbers = cards.stream().map(CardNumber::value).collect(Collectors.toSet());
        int changed = 0;
        for (Tenant tenant : tenants.all()) {
            changed += ErasedFeedFiles.erase(settings.directory(), tenant.slug(), numbers);
        }
        return changed;
    }
}
