package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.domain.CodeAttempts;
import eu.kontor.membership.domain.CodeLockouts;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** What is stored of confirmation codes, and what callers tried of them. */
@Service
public class CodeRecords {

    private static final String PERSON_OF = SqlFile.read("membership/person_of");
    private static final String READ = SqlFile.read("membership/read_code");
    private static final String LOCK = SqlFile.read("membership/lock_code");
    private static final String ATTEMPTS = SqlFile.read("membership/code_attempts");
    private static final String REMEMBER = SqlFile.read("membership/remember_attempts");
    private static final String FORGET = SqlFile.read("membership/forget_attempts");
    private static final String LOCKOUTS = SqlFile.read("membership/lockouts");
    private static final String LOCK_FOR_ALL = SqlFile.read("membership/lock_code_for_all");
    private static final String HASH_SLOWLY = SqlFile.read("membership/hash_code_slowly");
    private static final String RENEW = SqlFile.read("membership/renew_code");

    /**
     * What may be stored of a code.
     *
     * @param slow how it is hashed
     */
    public record HashedCode(byte[] salt, byte[] hash, boolean slow) {

        public boolean isTheSameAs(HashedCode other) {
            return Arrays.equals(salt, other.salt) && Arrays.equals(hash, other.hash);
        }
    }

    /** @param lockedUntil for all callers */
    public record StoredCode(HashedCode code, Optional<Instant> lockedUntil) {}

    /** Whose code counts: the member's own, unless it was merged into another one. */
    public MemberId personOf(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(PERSON_OF)
                .bind("member", member)
                .mapTo(MemberId.class)
                .findOne()
                .orElse(member);
    }

    public Optional<HashedCode> read(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(READ)
                .bind("member", member)
                .mapTo(HashedCode.class)
                .findOne();
    }

    /** Locks it until the transaction ends, so that attempts are counted one after the other. */
    public Optional<StoredCode> lock(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(LOCK)
                .bind("member", member)
                .mapTo(CodeRow.class)
                .findOne()
                .map(CodeRow::stored);
    }

    /** @param caller a hash of who asks */
    public CodeAttempts attempts(UnitOfWork unit, MemberId member, long caller, Instant now) {
        return unit.jdbi()
                .createQuery(ATTEMPTS)
                .bind("member", member)
                .bind("caller", caller)
                .bind("since", at(now.minus(CodeAttempts.FORGOTTEN_AFTER)))
                .mapTo(CodeAttempts.class)
                .findOne()
                .orElse(CodeAttempts.NONE);
    }

    /** @param brand whose caller it is */
    public void remember(
            UnitOfWork unit,
            MemberId member,
            Optional<TenantId> brand,
            long caller,
            CodeAttempts attempts,
            Instant now) {
        unit.jdbi()
                .createUpdate(REMEMBER)
                .bind("member", member)
                .bind("caller", caller)
                .bind("wrong", attempts.wrongInARow())
                .bind("brand", brand.map(TenantId::value))
                .bind("locks", attempts.locks())
                .bind("lockedUntil", attempts.lockedUntil().map(CodeRecords::at))
                .bind("at", at(now))
                .bind("lockedAt", Optional.of(now).filter(attempts::isLocked).map(CodeRecords::at))
                .execute();
    }

    public void forget(UnitOfWork unit, MemberId member, long caller) {
        unit.jdbi()
                .createUpdate(FORGET)
                .bind("member", member)
                .bind("caller", caller)
                .execute();
    }

    /** @param brand the one that asks */
    public CodeLockouts lockouts(UnitOfWork unit, MemberId member, Optional<TenantId> brand, Instant now) {
        return unit.jdbi()
                .createQuery(LOCKOUTS)
                .bind("member", member)
                .bind("brand", brand.map(TenantId::value))
                .bind("since", at(now.minus(CodeLockouts.LOOKED_BACK)))
                .mapTo(CodeLockouts.class)
                .one();
    }

    public void lockForAll(UnitOfWork unit, MemberId member, Instant until) {
        unit.jdbi()
                .createUpdate(LOCK_FOR_ALL)
                .bind("member", member)
                .bind("until", at(until))
                .execute();
    }

    /** The same code, hashed as codes are now. */
    public void hashSlowly(UnitOfWork unit, MemberId member, HashedCode before, HashedCode now) {
        unit.jdbi()
                .createQuery(HASH_SLOWLY)
                .bind("member", member)
                .bind("before", before.hash())
                .bind("salt", now.salt())
                .bind("hash", now.hash())
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Another code, locked for nobody.
     *
     * @return empty when the caller's tenant does not know the card
     */
    public Optional<MemberId> renew(UnitOfWork unit, CardNumber card, HashedCode code) {
        return unit.jdbi()
                .createQuery(RENEW)
                .bind("card", card)
                .bind("salt", code.salt())
                .bind("hash", code.hash())
                .mapTo(MemberId.class)
                .findOne();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record CodeRow(byte[] salt, byte[] hash, boolean slow, Optional<Instant> lockedUntil) {

        StoredCode stored() {
            return new StoredCode(new HashedCode(salt, hash, slow), lockedUntil);
        }
    }
}
