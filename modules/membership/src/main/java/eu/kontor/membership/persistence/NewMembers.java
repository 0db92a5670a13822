package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.domain.SearchName;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Writes new members with their hashed confirmation code, first card and enrolment at the brand whose role runs the transaction. */
@Service
public class NewMembers {

    private static final String ENROL = SqlFile.read("membership/enrol_new_member");

    public MemberId enrol(UnitOfWork unit, NewMember form, HashedCode code, CardNumber card, LocalDate since)
            throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(ENROL)) {
            statement.setString(1, form.givenName());
            statement.setString(2, form.familyName());
            statement.setString(
                    3, SearchName.of(form.givenName(), form.familyName()).value());
            statement.setString(4, form.phone().orElse(null));
            statement.setString(5, form.email().orElse(null));
            statement.setString(6, form.language().toLanguageTag());
            statement.setString(7, card.value());
            statement.setObject(8, since);
            statement.setBytes(9, code.salt());
            statement.setBytes(10, code.hash());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new MemberId(row.getLong(1));
            }
        }
    }
}
