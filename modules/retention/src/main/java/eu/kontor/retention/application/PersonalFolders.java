package eu.kontor.retention.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.PersonalFiles;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** All files of the house that may tell of a member. */
@Service
public class PersonalFolders {

    private final List<PersonalFiles> all;

    @Inject
    public PersonalFolders(Instance<PersonalFiles> all) {
        this(all.stream().toList());
    }

    public PersonalFolders(List<PersonalFiles> all) {
        this.all = List.copyOf(all);
    }

    void erase(MemberId member, Set<CardNumber> cards) {
        try {
            for (PersonalFiles kept : all) {
                kept.erase(member, cards);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
