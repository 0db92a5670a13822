package eu.kontor.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * One statement that takes many rows at once, as one array per column for {@code unnest}. Parameters are set in the order
 * of the calls. Primitive arrays travel in binary.
 */
final class ArrayStatement implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private int parameters;

    ArrayStatement(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
    }

    ArrayStatement instant(Instant value) throws SQLException {
        statement.setObject(++parameters, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    <T> ArrayStatement longs(List<T> rows, ToLongFunction<T> column) throws SQLException {
        statement.setObject(++parameters, rows.stream().mapToLong(column).toArray());
        return this;
    }

    <T> ArrayStatement ints(List<T> rows, ToIntFunction<T> column) throws SQLException {
        statement.setObject(++parameters, rows.stream().mapToInt(column).toArray());
        return this;
    }

    ArrayStatement sortedInts(int[] values) throws SQLException {
        statement.setObject(++parameters, values);
        return this;
    }

    <T> ArrayStatement nullableInts(List<T> rows, Function<T, Integer> column) throws SQLException {
        return array("int4", rows.stream().map(column).toArray(Integer[]::new));
    }

    <T> ArrayStatement nullableLongs(List<T> rows, Function<T, Long> column) throws SQLException {
        return array("int8", rows.stream().map(column).toArray(Long[]::new));
    }

    <T> ArrayStatement texts(List<T> rows, Function<T, String> column) throws SQLException {
        return array("text", rows.stream().map(column).toArray(String[]::new));
    }

    private ArrayStatement array(String type, Object[] values) throws SQLException {
        statement.setArray(++parameters, connection.createArrayOf(type, values));
        return this;
    }

    void write() throws SQLException {
        statement.executeUpdate();
    }

    /** Runs a file of several statements in one round trip. @return rows written by each */
    List<Integer> writeAll() throws SQLException {
        statement.execute();
        List<Integer> rows = new ArrayList<>();
        for (int count = statement.getUpdateCount(); count != -1; count = nextCount()) {
            rows.add(count);
        }
        return rows;
    }

    private int nextCount() throws SQLException {
        statement.getMoreResults();
        return statement.getUpdateCount();
    }

    ResultSet read() throws SQLException {
        return statement.executeQuery();
    }

    /** Runs a file of several statements in one round trip and stands at the first result. */
    ResultSet readFirst() throws SQLException {
        statement.execute();
        return statement.getResultSet();
    }

    ResultSet readNext() throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
