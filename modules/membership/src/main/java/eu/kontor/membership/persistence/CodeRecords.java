package eu.kontor.membership.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.membership.domain.CodeAttempts;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is stored of confirmation codes. */
@Service
public class CodeRecords {

    private static final String LOCK = SqlFile.read("membership/lock_code");

    private static final String REMEMBER = SqlFile.read("membership/remember_attempts");

    /** What may be stored of a code. */
    public record HashedCode(byte[] salt, byte[] hash) {}

    /** @param attempts before this one */
    public record StoredCode(HashedCode code, CodeAttempts attempts) {}

    /** Locks it until the transaction ends, so that attempts are counted one after the other. */
    public Optional<StoredCode> lock(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(LOCK)
                .bind("member", member)
                .mapTo(CodeRow.class)
                .findOne()
                .map(CodeRow::stored);
    }

    public void remember(UnitOfWork unit, MemberId member, CodeAttempts attempts) {
        unit.jdbi()
                .createUpdate(REMEMBER)
                .bind("member", member)
                .bind("wrong", attempts.wrongInARow())
                .bind("lockedUntil", attempts.lockedUntil().map(at -> at.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private record CodeRow(byte[] salt, byte[] hash, int wrongInARow, Optional<Instant> lockedUntil) {

        StoredCode stored() {
            return new StoredCode(new HashedCode(salt, hash), new CodeAttempts(wrongInARow, lockedUntil));
        }
    }
}
