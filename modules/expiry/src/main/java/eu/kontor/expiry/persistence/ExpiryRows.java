package eu.kontor.expiry.persistence;

import eu.kontor.expiry.domain.Announced;
import eu.kontor.expiry.domain.DuePocket;
import eu.kontor.expiry.domain.Lot;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.SqlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Points whose announced day has come. */
public final class ExpiryRows {

    private static final String DUE_MEMBERS = SqlFile.read("expiry/due_members");
    private static final String COUNT_DUE_MEMBERS = SqlFile.read("expiry/count_due_members");
    private static final String POCKETS = SqlFile.read("expiry/pockets");
    private static final String NOTICES_IN_FORCE = SqlFile.read("expiry/notices_in_force");
    private static final String LOTS = SqlFile.read("expiry/lots");

    private final Handle jdbi;

    public ExpiryRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** Whose pocket. */
    public record PocketKey(long memberId, int pocket) {
        public static PocketKey of(DuePocket due) {
            return new PocketKey(due.memberId(), due.pocket().code());
        }
    }

    private record AnnouncedRow(long memberId, int pocket, LocalDate runsOutOn, long lineThrough) {}

    private record PocketRow(long memberId, int pocket, long consumed, long available, LocalDate lastActivity) {
        DuePocket due() {
            return new DuePocket(memberId, new Pocket(pocket), consumed, available, lastActivity);
        }
    }

    private record LotRow(long memberId, int pocket, long lineAfter, LocalDate latest) {}

    /** Members with points that were announced to expire by that day, after a member, in their order. */
    public List<Long> dueMembers(long after, LocalDate asOf, int limit) {
        return jdbi.createQuery(DUE_MEMBERS)
                .bind("after", after)
                .bind("asOf", asOf)
                .bind("most", limit)
                .mapTo(Long.class)
                .list();
    }

    /** How many {@link #dueMembers} finds without a limit. */
    public long countDueMembers(long after, LocalDate asOf) {
        return jdbi.createQuery(COUNT_DUE_MEMBERS)
                .bind("after", after)
                .bind("asOf", asOf)
                .mapTo(Long.class)
                .one();
    }

    /** The pockets of these members in which something is available. */
    public List<DuePocket> pockets(List<Long> members) {
        return jdbi.createQuery(POCKETS).bindArray("members", Long.class, members).mapTo(PocketRow.class).stream()
                .map(PocketRow::due)
                .toList();
    }

    /** What was announced to these members for days up to that one. */
    public Map<PocketKey, Announced> announced(List<Long> members, LocalDate asOf) {
        Map<PocketKey, Announced> announced = new HashMap<>();
        jdbi.createQuery(NOTICES_IN_FORCE)
                .bindArray("members", Long.class, members)
                .bind("asOf", asOf)
                .mapTo(AnnouncedRow.class)
                .forEach(row -> announced
                        .computeIfAbsent(new PocketKey(row.memberId(), row.pocket()), fresh -> new Announced())
                        .add(row.runsOutOn(), row.lineThrough()));
        return announced;
    }

    /** What is left of the lots in these pockets, the oldest first. */
    public Map<PocketKey, List<Lot>> lots(List<DuePocket> pockets) {
        Map<PocketKey, List<Lot>> lots = new HashMap<>();
        jdbi.createQuery(LOTS)
                .bindArray(
                        "members",
                        Long.class,
                        pockets.stream().map(DuePocket::memberId).toList())
                .bindArray(
                        "pockets",
                        Integer.class,
                        pockets.stream().map(due -> due.pocket().code()).toList())
                .bindArray(
                        "consumed",
                        Long.class,
                        pockets.stream().map(DuePocket::consumed).toList())
                .mapTo(LotRow.class)
                .forEach(row -> lots.computeIfAbsent(
                                new PocketKey(row.memberId(), row.pocket()), fresh -> new ArrayList<>())
                        .add(new Lot(row.lineAfter(), row.latest())));
        return lots;
    }
}
