package eu.kontor.proof.persistence;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Numbers by name. What is read in parts is added up; of names that begin with {@code last_} the greatest is kept. */
final class CoherenceSums {

    private static final String MAXIMUM = "last_";

    private final Map<String, BigDecimal> values = new TreeMap<>();

    /** @param query one row; a sum of nothing is 0 */
    void read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                BigDecimal value = row.getBigDecimal(column);
                add(row.getMetaData().getColumnLabel(column), value == null ? BigDecimal.ZERO : value);
            }
        }
    }

    void addAll(Map<String, BigDecimal> others) {
        others.forEach(this::add);
    }

    private void add(String name, BigDecimal value) {
        values.merge(name, value, name.startsWith(MAXIMUM) ? BigDecimal::max : BigDecimal::add);
    }

    Map<String, BigDecimal> asMap() {
        return Map.copyOf(values);
    }

    BigDecimal of(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the screen has no sum " + name);
        }
        return value;
    }

    boolean isNone(String name) {
        return of(name).signum() == 0;
    }

    boolean areEqual(String one, String other) {
        return of(one).compareTo(of(other)) == 0;
    }
}
