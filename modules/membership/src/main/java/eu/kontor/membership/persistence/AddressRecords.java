package eu.kontor.membership.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Addresses;
import eu.kontor.membership.domain.PersonName;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads e-mail addresses; the role of the transaction decides whose. */
@Service
public class AddressRecords implements Addresses {

    private static final String OF_MEMBERS = SqlFile.read("membership/addresses_of_members");

    @Override
    public Map<MemberId, Address> of(UnitOfWork unit, Collection<MemberId> members) {
        try (PreparedStatement statement = unit.connection().prepareStatement(OF_MEMBERS)) {
            statement.setObject(1, members.stream().mapToLong(MemberId::value).toArray());
            Map<MemberId, Address> addresses = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    List<TenantId> brands = Arrays.stream(
                                    (Integer[]) row.getArray(6).getArray())
                            .map(TenantId::new)
                            .toList();
                    addresses.put(
                            new MemberId(row.getLong(1)),
                            new Address(
                                    new PersonName(row.getString(2), row.getString(3)).full(),
                                    row.getString(4),
                                    Locale.forLanguageTag(row.getString(5)),
                                    brands));
                }
            }
            return addresses;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
