package eu.kontor.retention.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code coalition.erasure}, and what an erasure must know of a member. */
@Service
public class ErasureRows {

    private static final String BEGIN = SqlFile.read("retention/begin_erasure");
    private static final String FIND = SqlFile.read("retention/find_erasure");
    private static final String LATEST = SqlFile.read("retention/erasures");
    private static final String TO_LOOK_AT = SqlFile.read("retention/erasures_to_look_at");
    private static final String LOOK = SqlFile.read("retention/look_at_erasure");
    private static final String LOOK_SOON = SqlFile.read("retention/look_soon");
    private static final String CARDS = SqlFile.read("retention/cards_of");
    private static final String WORDS = SqlFile.read("retention/words_of");

    /** A file may be that late: a month, and some days until somebody notices. */
    private static final Duration LATELY = Duration.ofDays(60);

    private static final Duration A_DAY = Duration.ofHours(23);

    /** @return whether it is the first wish */
    public boolean begin(UnitOfWork unit, MemberId member, String by, String reason, Instant now) {
        return unit.jdbi()
                        .createUpdate(BEGIN)
                        .bind("member", member)
                        .bind("now", at(now))
                        .bind("by", by)
                        .bind("reason", reason)
                        .execute()
                > 0;
    }

    public Optional<Erasure> find(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(FIND)
                .bind("member", member)
                .mapTo(Row.class)
                .findOne()
                .map(Row::erasure);
    }

    public List<Erasure> latest(UnitOfWork unit, int most) {
        return unit.jdbi()
                .createQuery(LATEST)
                .bind("most", most)
                .mapTo(Row.class)
                .map(Row::erasure)
                .list();
    }

    /** Has the next round look at it, where it is still open. */
    public void lookSoon(UnitOfWork unit, MemberId member) {
        unit.jdbi().createUpdate(LOOK_SOON).bind("member", member).execute();
    }

    /** @param pause after which what is open is looked at again; as soon as one is due, all are */
    public List<MemberId> toLookAt(UnitOfWork unit, Instant now, Duration pause, int most) {
        return unit.jdbi()
                .createQuery(TO_LOOK_AT)
                .bind("due", at(now.minus(pause)))
                .bind("lately", at(now.minus(LATELY)))
                .bind("yesterday", at(now.minus(A_DAY)))
                .bind("most", most)
                .mapTo(MemberId.class)
                .list();
    }

    /** @param at empty when a round has not looked at it yet */
    public void lookedAt(
            UnitOfWork unit, MemberId member, Points givenUp, List<String> waitsFor, Optional<Instant> at) {
        unit.jdbi()
                .createUpdate(LOOK)
                .bind("member", member)
                .bind("points", givenUp.value())
                .bindArray("waitsFor", String.class, waitsFor)
                .bind("at", at.map(ErasureRows::at).orElse(null))
                .execute();
    }

    public Set<CardNumber> cards(UnitOfWork unit, MemberId member) {
        return Set.copyOf(unit.jdbi()
                .createQuery(CARDS)
                .bind("member", member)
                .mapTo(CardNumber.class)
                .list());
    }

    /** Given name, family name, phone and mail, as far as there are any; nothing where nobody has that number. */
    public List<String> words(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(WORDS)
                .bind("member", member)
                .mapTo(Words.class)
                .findOne()
                .map(Words::all)
                .orElse(List.of());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Words(String givenName, String familyName, Optional<String> phone, Optional<String> email) {

        List<String> all() {
            return List.of(givenName, familyName, phone.orElse(""), email.orElse(""));
        }
    }

    private record Row(
            MemberId memberId,
            Instant askedAt,
            String askedBy,
            String reason,
            Points points,
            List<String> waitsFor,
            Optional<Instant> doneAt) {

        Erasure erasure() {
            return new Erasure(memberId, askedAt, askedBy, reason, points, waitsFor, doneAt);
        }
    }
}
