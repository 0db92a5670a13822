package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.membership.domain.CodeAttempts;
import eu.kontor.membership.domain.CodeLockouts;
import eu.kontor.membership.domain.ConfirmationCode;
import eu.kontor.membership.persistence.CodeRecords;
import eu.kontor.membership.persistence.CodeRecords.HashedCode;
import eu.kontor.membership.persistence.CodeRecords.StoredCode;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.api.Pace.Bound;
import eu.kontor.trust.api.Pace.Claim;
import eu.kontor.trust.api.Pace.TooFast;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares confirmation codes and counts wrong ones; the count is committed even though the answer is a refusal. */
@Service
public class MemberCodes implements ConfirmationCodes {

    private final Transactions transactions;
    private final CodeRecords records;
    private final CodeHashing hashing;
    private final CardRules rules;
    private final Pace pace;
    private final Signals signals;

    @Inject
    public MemberCodes(
            Transactions transactions,
            CodeRecords records,
            CodeHashing hashing,
            CardRules rules,
            Pace pace,
            Signals signals) {
        this.transactions = transactions;
        this.records = records;
        this.hashing = hashing;
        this.rules = rules;
        this.pace = pace;
        this.signals = signals;
    }

    /** The hash is computed between two transactions: it takes longer than both, and a connection is not kept waiting for it. */
    @Override
    public void verify(Caller caller, MemberId holder, String code) {
        if (transactions.isUnderWay()) {
            throw new IllegalStateException(
                    "verify a code outside a transaction: its refusal would undo the count of attempts");
        }
        MemberId member = transactions.asPoster(unit -> records.personOf(unit, holder));
        Claim wrongOne = wrongCode(caller, member);
        Optional<HashedCode> stored = transactions.asPoster(unit -> {
            pace.check(unit, wrongOne).map(TooFast::refusal).ifPresent(refusal -> {
                throw refusal;
            });
            return records.read(unit, member);
        });
        Attempt attempt = new Attempt(
                caller,
                member,
                wrongOne,
                stored,
                stored.filter(known -> hashing.matches(code, known)).isPresent());
        // Hashed before the lock, too: one that was right and is not hashed slowly yet.
        Optional<HashedCode> anew = stored.filter(known -> attempt.matches && !known.slow())
                .map(known -> hashing.hash(new ConfirmationCode(code)));
        Optional<Refusal> refusal = transactions.asPoster(unit -> count(unit, attempt, anew));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** @param anew the hash that takes the place of the stored one */
    private Optional<Refusal> count(UnitOfWork unit, Attempt attempt, Optional<HashedCode> anew) {
        Instant now = rules.now();
        MemberId member = attempt.member;
        StoredCode locked = records.lock(unit, member).orElse(null);
        if (locked == null) {
            return Optional.of(attempt.wrong(CodeAttempts.NONE));
        }
        long caller = hashOf(attempt.caller);
        CodeAttempts before = records.attempts(unit, member, caller, now);
        Optional<Instant> here =
                records.lockouts(unit, member, attempt.caller.tenant(), now).hereUntil();
        Optional<Instant> until = later(
                locked.lockedUntil().filter(now::isBefore),
                later(before.lockedUntil().filter(now::isBefore), here.filter(now::isBefore)));
        if (until.isPresent()) {
            return Optional.of(attempt.locked(until.get(), rules));
        }
        // Another code since it was read is a code that was not compared.
        boolean right = attempt.matches && attempt.stored.orElseThrow().isTheSameAs(locked.code());
        if (right) {
            if (!before.equals(CodeAttempts.NONE)) {
                records.forget(unit, member, caller);
            }
            anew.ifPresent(hash -> records.hashSlowly(unit, member, locked.code(), hash));
            return Optional.empty();
        }
        CodeAttempts after = before.afterWrong(now);
        records.remember(unit, member, attempt.caller.tenant(), caller, after, now);
        pace.claim(unit, List.of(attempt.wrongOne));
        if (after.isLocked(now)) {
            lockedOut(unit, attempt, now);
            return Optional.of(attempt.locked(after.lockedUntil().orElseThrow(), rules));
        }
        return Optional.of(attempt.wrong(after));
    }

    private void lockedOut(UnitOfWork unit, Attempt attempt, Instant now) {
        CodeLockouts lockouts = records.lockouts(unit, attempt.member, attempt.caller.tenant(), now);
        if (lockouts.isOfSeveralBrands()) {
            records.lockForAll(unit, attempt.member, now.plus(CodeLockouts.LOCKED_FOR));
        }
        signals.raise(new Signal(
                SignalKind.CODE_GUESSING,
                attempt.caller.tenant(),
                About.member(attempt.member),
                Optional.empty(),
                Map.of(
                        "by",
                        CountedLookups.by(attempt.caller).id(),
                        "callers",
                        Integer.toString(lockouts.callersHere()))));
    }

    private Claim wrongCode(Caller caller, MemberId member) {
        return new Claim(
                Act.WRONG_CODES,
                0,
                List.of(new Bound(Scope.TILL, nameOf(caller), rules.protection().limit(Act.WRONG_CODES, Scope.TILL))),
                new Signal(
                        SignalKind.CODE_GUESSING,
                        caller.tenant(),
                        CountedLookups.by(caller),
                        Optional.empty(),
                        Map.of("member", Long.toString(member.value()))));
    }

    private static String nameOf(Caller caller) {
        return caller.tenant().map(TenantId::value).orElse(0) + " " + caller.subject();
    }

    private static long hashOf(Caller caller) {
        return ByteBuffer.wrap(Digest.of(nameOf(caller))).getLong();
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    /** @param matches what was typed with what was stored then */
    private record Attempt(
            Caller caller, MemberId member, Claim wrongOne, Optional<HashedCode> stored, boolean matches) {

        /** A machine is not told apart what is wrong: it might try again and again. A person helps the guest. */
        Refusal wrong(CodeAttempts after) {
            return isPerson()
                    ? new Refusal(RefusalCode.CONFIRMATION_CODE_MISTYPED, "left", after.triesLeft())
                    : new Refusal(RefusalCode.CONFIRMATION_CODE_WRONG);
        }

        Refusal locked(Instant until, CardRules rules) {
            return isPerson()
                    ? new Refusal(RefusalCode.CONFIRMATION_CODE_LOCKED, "until", rules.asWritten(until))
                    : new Refusal(RefusalCode.CONFIRMATION_CODE_WRONG);
        }

        private boolean isPerson() {
            return caller.isAny(Role.FRONT_DESK, Role.ADMIN, Role.OPERATOR);
        }
    }
}
