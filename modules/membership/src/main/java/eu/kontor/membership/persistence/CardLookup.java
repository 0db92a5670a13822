package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards.Shown;
import eu.kontor.membership.domain.PersonName;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Cards as the poster sees them, and the next number. What every posting asks is read with plain JDBC. */
@Service
public class CardLookup {

    private static final String RESOLVE = SqlFile.read("membership/resolve_cards");

    private static final String RESOLVE_SHOWN = SqlFile.read("membership/resolve_shown_cards");

    private static final String BEARER = SqlFile.read("membership/card_bearer");

    private static final String ENROL = SqlFile.read("membership/enrol");
    private static final String FREE_NUMBER = SqlFile.read("membership/free_card_number");

    /** Half of all numbers may be taken, and one of so many is free but once in four thousand times. */
    private static final int CANDIDATES = 12;

    private static final int MOST_TRIES = 20;

    private final RandomGenerator random;

    public CardLookup() {
        this(new SecureRandom());
    }

    /** @param random where serials come from */
    CardLookup(RandomGenerator random) {
        this.random = random;
    }

    public Map<CardNumber, CardHolder> resolve(UnitOfWork unit, TenantId tenant, Collection<CardNumber> cards)
            throws SQLException {
        Map<CardNumber, CardHolder> holders = HashMap.newHashMap(cards.size());
        try (PreparedStatement statement = unit.connection().prepareStatement(RESOLVE)) {
            statement.setInt(1, tenant.value());
            statement.setInt(2, tenant.value());
            String[] numbers = cards.stream().map(CardNumber::value).distinct().toArray(String[]::new);
            statement.setArray(3, unit.connection().createArrayOf("text", numbers));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    CardHolder holder = holder(rows);
                    holders.put(holder.card(), holder);
                }
            }
        }
        return holders;
    }

    /** Cards shown at several tenants. */
    public Map<Shown, CardHolder> resolve(UnitOfWork unit, Collection<Shown> shown) throws SQLException {
        Map<Shown, CardHolder> holders = HashMap.newHashMap(shown.size());
        Connection connection = unit.connection();
        List<Shown> distinct = shown.stream().distinct().toList();
        try (PreparedStatement statement = connection.prepareStatement(RESOLVE_SHOWN)) {
            String[] cards = distinct.stream().map(each -> each.card().value()).toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", cards));
            statement.setObject(
                    2, distinct.stream().mapToInt(each -> each.tenant().value()).toArray());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    CardHolder holder = holder(rows);
                    holders.put(new Shown(new TenantId(rows.getInt("tenant_id")), holder.card()), holder);
                }
            }
        }
        return holders;
    }

    private static CardHolder holder(ResultSet row) throws SQLException {
        return new CardHolder(
                new CardNumber(row.getString("card_number")),
                new MemberId(row.getLong("member_id")),
                row.getBoolean("blocked"),
                Optional.ofNullable(row.getObject("blocked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("replaced_by_ending")),
                row.getBoolean("active"),
                row.getString("tier"),
                row.getBoolean("enrolled"));
    }

    /** @param tenant where the card is shown; empty for the operator */
    public Optional<CardBearer> bearer(UnitOfWork unit, Optional<TenantId> tenant, CardNumber card) {
        return unit.jdbi()
                .createQuery(BEARER)
                .bind("card", card)
                .bind("tenant", tenant.map(TenantId::value))
                .mapTo(BearerRow.class)
                .findOne()
                .map(BearerRow::bearer);
    }

    /** @return how many were not enrolled yet */
    public int enrol(UnitOfWork unit, TenantId tenant, Collection<MemberId> members, LocalDate today)
            throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(ENROL)) {
            statement.setInt(1, tenant.value());
            statement.setObject(
                    2, members.stream().mapToLong(MemberId::value).distinct().toArray());
            statement.setObject(3, today);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt("enrolled");
            }
        }
    }

    /** A card number with a random serial that nobody has, and nobody else gets until the transaction ends. */
    public CardNumber next(UnitOfWork unit, String prefix) {
        long serials = (long) Math.pow(10, CardNumber.DIGITS - 1 - prefix.length());
        for (int nth = 0; nth < MOST_TRIES; nth++) {
            List<String> candidates = Stream.generate(() -> CardNumber.issue(prefix, random.nextLong(0, serials)))
                    .limit(CANDIDATES)
                    .map(CardNumber::value)
                    .toList();
            Optional<CardNumber> free = unit.jdbi()
                    .createQuery(FREE_NUMBER)
                    .bindArray("candidates", String.class, candidates)
                    .mapTo(CardNumber.class)
                    .findOne();
            if (free.isPresent()) {
                return free.get();
            }
        }
        throw new IllegalStateException("nearly all card numbers that begin with " + prefix + " are taken");
    }

    private record BearerRow(
            CardNumber cardNumber,
            MemberId memberId,
            boolean blocked,
            Optional<String> replacedByEnding,
            boolean active,
            String tier,
            boolean enrolled,
            String givenName,
            String familyName,
            Locale language,
            LocalDate memberSince) {

        CardBearer bearer() {
            return new CardBearer(
                    new CardHolder(cardNumber, memberId, blocked, replacedByEnding, active, tier, enrolled),
                    new PersonName(givenName, familyName).full(),
                    givenName,
                    Optional.of(language),
                    Optional.of(memberSince));
        }
    }
}
