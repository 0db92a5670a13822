package eu.kontor.membership.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.membership.domain.CodeAttempts;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is stored of confirmation codes. */
@Service
public class CodeRecords {

    private static final String LOCK =
            "select salt, hash, wrong_in_a_row, locked_until from coalition.confirmation_code where member_id = ? for update";

    private static final String REMEMBER =
            "update coalition.confirmation_code set wrong_in_a_row = ?, locked_until = ? where member_id = ?";

    /** What may be stored of a code. */
    public record HashedCode(byte[] salt, byte[] hash) {}

    /** @param attempts before this one */
    public record StoredCode(HashedCode code, CodeAttempts attempts) {}

    /** Locks it until the transaction ends, so that attempts are counted one after the other. */
    public Optional<StoredCode> lock(UnitOfWork unit, MemberId member) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(LOCK)) {
            statement.setLong(1, member.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Optional<Instant> lockedUntil = Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
                return Optional.of(new StoredCode(
                        new HashedCode(row.getBytes(1), row.getBytes(2)),
                        new CodeAttempts(row.getInt(3), lockedUntil)));
            }
        }
    }

    public void remember(UnitOfWork unit, MemberId member, CodeAttempts attempts) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(REMEMBER)) {
            statement.setInt(1, attempts.wrongInARow());
            statement.setObject(
                    2,
                    attempts.lockedUntil()
                            .map(at -> at.atOffset(ZoneOffset.UTC))
                            .orElse(null));
            statement.setLong(3, member.value());
            statement.execute();
        }
    }
}
