package eu.kontor.retention.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.PersonalFiles;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All files of the house that may tell of members. */
@Service
public class PersonalFolders {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalFolders.class);

    private final List<PersonalFiles> all;

    @Inject
    public PersonalFolders(Instance<PersonalFiles> all) {
        this(all.stream().toList());
    }

    public PersonalFolders(List<PersonalFiles> all) {
        this.all = List.copyOf(all);
    }

    /** @return whether all could be looked through */
    boolean erase(Map<MemberId, Set<CardNumber>> members) {
        int failed = 0;
        for (PersonalFiles kept : all) {
            try {
                failed += kept.erase(members);
            } catch (RuntimeException e) {
                LOG.warn("Erasures wait for files, and are tried again", e);
                failed++;
            }
        }
        return failed == 0;
    }
}
