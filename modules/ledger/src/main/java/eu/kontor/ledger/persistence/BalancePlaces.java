package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.ledger.domain.PocketLine.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The balances of locked members and where their rows lie ({@code ctid}). Only who holds a member's lock writes its rows, so
 * the places hold until the transaction ends.
 */
public final class BalancePlaces {

    private final Map<Long, List<PocketLine>> lines = new HashMap<>();
    private final Map<Key, String> places = new HashMap<>();

    private BalancePlaces() {}

    private record Key(long member, Pocket pocket) {}

    static BalancePlaces read(ResultSet row) throws SQLException {
        BalancePlaces balances = new BalancePlaces();
        while (row.next()) {
            long member = row.getLong(1);
            Pocket pocket = new Pocket(row.getInt(2));
            PocketLine line = new PocketLine(
                    pocket,
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    new Cause(row.getObject(6, LocalDate.class), row.getLong(8), row.getObject(9, LocalDate.class)));
            balances.lines.computeIfAbsent(member, number -> new ArrayList<>()).add(line);
            balances.places.put(new Key(member, pocket), row.getString(7));
        }
        return balances;
    }

    Map<Long, List<PocketLine>> lines() {
        return lines;
    }

    /** Empty for a pocket that has no row yet. */
    Optional<String> placeOf(long member, Pocket pocket) {
        return Optional.ofNullable(places.get(new Key(member, pocket)));
    }
}
