package eu.kontor.membership.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.domain.PersonName;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads e-mail addresses; the role of the transaction decides whose. */
@Service
public class AddressRecords implements Addresses {

    private static final String OF_MEMBERS = SqlFile.read("membership/addresses_of_members");

    @Override
    public Map<MemberId, Address> of(UnitOfWork unit, Collection<MemberId> members) {
        return unit.jdbi()
                .createQuery(OF_MEMBERS)
                .bindArray(
                        "members",
                        Long.class,
                        members.stream().map(MemberId::value).toList())
                .mapTo(AddressRow.class)
                .collectToMap(AddressRow::memberId, AddressRow::address);
    }

    private record AddressRow(
            MemberId memberId,
            String givenName,
            String familyName,
            String email,
            Locale language,
            List<Integer> brands) {

        Address address() {
            return new Address(
                    new PersonName(givenName, familyName).full(),
                    email,
                    language,
                    brands.stream().map(TenantId::new).toList());
        }
    }
}
