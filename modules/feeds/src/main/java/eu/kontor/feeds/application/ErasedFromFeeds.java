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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that were read, and what was refused of them: lines with a card of an erased member go. */
@Service
public class ErasedFromFeeds implements PersonalFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedFromFeeds.class);

    private final FeedSettings settings;
    private final Tenants tenants;

    @Inject
    public ErasedFromFeeds(FeedSettings settings, Tenants tenants) {
        this.settings = settings;
        this.tenants = tenants;
    }

    @Override
    public int erase(Map<MemberId, Set<CardNumber>> members) {
        Set<String> numbers = members.values().stream()
                .flatMap(Set::stream)
                .map(CardNumber::value)
                .collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            return 0;
        }
        int failed = 0;
        for (Tenant tenant : tenants.all()) {
            try {
                failed += ErasedFeedFiles.erase(settings.directory(), tenant.slug(), numbers)
                        .size();
            } catch (IOException | RuntimeException e) {
                LOG.warn("An erasure could not look into the files of {}", tenant.slug(), e);
                failed++;
            }
        }
        return failed;
    }
}
