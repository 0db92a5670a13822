package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.domain.SearchName;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Many members at once, with cards that have numbers already; needs the operator's role. */
@Service
public class ImportedMembers {

    private static final String WRITE = SqlFile.read("membership/import_members");

    public record ImportedMember(NewMember form, CardNumber card, LocalDate since, HashedCode code) {}

    /** @return how many were new; those whose card is known are left as they are */
    public int write(UnitOfWork unit, List<ImportedMember> members) throws SQLException {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            set(statement, 1, "text", members, member -> member.form().givenName());
            set(statement, 2, "text", members, member -> member.form().familyName());
            set(statement, 3, "text", members, member -> SearchName.of(
                            member.form().givenName(), member.form().familyName())
                    .value());
            set(statement, 4, "text", members, member -> member.form().phone().orElse(null));
            set(statement, 5, "text", members, member -> member.form().email().orElse(null));
            set(statement, 6, "text", members, member -> member.form()
                    .language()
                    .toLanguageTag());
            set(statement, 7, "date", members, member -> java.sql.Date.valueOf(member.since()));
            set(statement, 8, "text", members, member -> member.card().value());
            statement.setArray(9, bytes(connection, members, HashedCode::salt));
            statement.setArray(10, bytes(connection, members, HashedCode::hash));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt("created");
            }
        }
    }

    private static Array bytes(Connection connection, List<ImportedMember> members, Function<HashedCode, byte[]> value)
            throws SQLException {
        byte[][] values =
                members.stream().map(member -> value.apply(member.code())).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", values);
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            List<ImportedMember> members,
            Function<ImportedMember, Object> value)
            throws SQLException {
        Object[] values = members.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
