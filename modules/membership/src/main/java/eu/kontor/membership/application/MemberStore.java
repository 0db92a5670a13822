package eu.kontor.membership.application;

import eu.kontor.membership.persistence.MemberRecords;
import eu.kontor.membership.persistence.MemberSearch;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;

/** Where members are read: one by one, and in lists. */
@Service
public class MemberStore {

    private final MemberRecords records;
    private final MemberSearch search;

    @Inject
    public MemberStore(MemberRecords records, MemberSearch search) {
        this.records = records;
        this.search = search;
    }

    MemberRecords records() {
        return records;
    }

    MemberSearch search() {
        return search;
    }
}
