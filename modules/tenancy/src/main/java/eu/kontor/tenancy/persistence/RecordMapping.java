package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How rows become records and the kernel's words become parameters, for every read of the house. */
final class RecordMapping {

    /** Jdbi opens a handle only over what its factory gives; this is what it gives to the thread that asks. */
    private static final ThreadLocal<Connection> OPENING = new ThreadLocal<>();

    private static final Jdbi JDBI = mapping();

    private RecordMapping() {}

    /** On a transaction's connection, which stays the transaction's: closing the handle does not close it. */
    static Handle over(Connection connection) {
        OPENING.set(connection);
        try {
            return JDBI.open();
        } finally {
            OPENING.remove();
        }
    }

    @FunctionalInterface
    private interface Column<T> {
        T read(ResultSet row, int column) throws SQLException;
    }

    private static Jdbi mapping() {
        Jdbi jdbi = Jdbi.create(new ConnectionOfTheTransaction());
        jdbi.registerRowMapper((RowMapperFactory) (type, config) -> config.get(ColumnMappers.class)
                .findFor(type)
                .map(column -> Optional.<RowMapper<?>>empty())
                .orElseGet(() -> recordMapper(type)));
        word(jdbi, MemberId.class, Types.BIGINT, ResultSet::getLong, MemberId::new, MemberId::value);
        word(jdbi, TenantId.class, Types.INTEGER, ResultSet::getInt, TenantId::new, TenantId::value);
        word(jdbi, Points.class, Types.BIGINT, ResultSet::getLong, Points::of, Points::value);
        word(jdbi, CardNumber.class, Types.VARCHAR, ResultSet::getString, CardNumber::new, CardNumber::value);
        word(jdbi, TenantSlug.class, Types.VARCHAR, ResultSet::getString, TenantSlug::new, TenantSlug::value);
        word(jdbi, Locale.class, Types.VARCHAR, ResultSet::getString, Locale::forLanguageTag, Locale::toLanguageTag);
        word(
                jdbi,
                Currency.class,
                Types.VARCHAR,
                ResultSet::getString,
                Currency::getInstance,
                Currency::getCurrencyCode);
        word(
                jdbi,
                YearMonth.class,
                Types.DATE,
                ResultSet::getDate,
                day -> YearMonth.from(day.toLocalDate()),
                month -> Date.valueOf(month.atDay(1)));
        return jdbi;
    }

    /** Of one column, and of one parameter; null is null. */
    private static <T, C> void word(
            Jdbi jdbi, Class<T> type, int sqlType, Column<C> column, Function<C, T> read, Function<T, C> write) {
        jdbi.registerColumnMapper(type, (row, position, context) -> {
            C value = column.read(row, position);
            return row.wasNull() ? null : read.apply(value);
        });
        jdbi.registerArgument((ArgumentFactory) (wanted, value, config) -> type.isInstance(value)
                ? Optional.of((position, statement, context) ->
                        statement.setObject(position, write.apply(type.cast(value)), sqlType))
                : Optional.empty());
    }

    /** By the canonical constructor, whatever others a record has for its callers. */
    private static Optional<RowMapper<?>> recordMapper(Type type) {
        Class<?> raw = GenericTypes.getErasedType(type);
        if (!raw.isRecord()) {
            return Optional.empty();
        }
        Class<?>[] components = Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = raw.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return Optional.of(ConstructorMapper.of(canonical));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a canonical constructor", e);
        }
    }

    private static final class ConnectionOfTheTransaction implements ConnectionFactory {

        @Override
        public Connection openConnection() {
            return OPENING.get();
        }

        @Override
        public void closeConnection(Connection connection) {
            // The transaction's own work.
        }
    }
}
