package eu.kontor.proof.seal;

import eu.kontor.proof.seal.PageInTheMaking.Finished;
import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealHash.PageHead;
import eu.kontor.tenancy.api.SqlFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seals and their pages. */
final class SealRows {

    private static final String LATEST = SqlFile.read("proof/seal/latest");
    private static final String EXTENT = SqlFile.read("proof/seal/extent");
    private static final String ALL = SqlFile.read("proof/seal/all");
    private static final String TRY_LOCK = SqlFile.read("proof/seal/try_lock");
    private static final String SUMMARIZE = SqlFile.read("proof/seal/summarize");
    private static final String HORIZON = SqlFile.read("proof/seal/horizon");
    private static final String HEADS = SqlFile.read("proof/seal/heads");
    private static final String PAGES_OF_SEALS = SqlFile.read("proof/seal/pages_of_seals");
    private static final String PAGES_OF_PARTNER = SqlFile.read("proof/seal/pages_of_partner");
    private static final String INSERT_SEAL = SqlFile.read("proof/seal/insert_seal");
    private static final String INSERT_PAGE = SqlFile.read("proof/seal/insert_page");
    private static final String REMEMBER_CLOSING = SqlFile.read("proof/seal/remember_closing");
    private static final String CLOSING = SqlFile.read("proof/seal/closing");

    /** A tenth of a megabyte of memory. */
    private static final int FETCH_SEALS = 500;

    private final Connection connection;

    SealRows(Connection connection) {
        this.connection = connection;
    }

    /** How many rows of a partner's window lie under a seal. */
    record PageSize(long seal, long transfers) {}

    /** @param transfers under the seals */
    record Extent(long seals, long transfers) {}

    interface Sink {
        void take(StoredSeal seal) throws SQLException, IOException;
    }

    /** Until the transaction ends nobody else seals; false if somebody does. */
    boolean tryLock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY_LOCK);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** So that a range of transactions is found without reading all that is fresh. */
    void summarizeTransfers() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUMMARIZE)) {
            statement.execute();
        }
    }

    /** Every transaction before this one is over. */
    long horizon() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HORIZON);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The newest one up to a number. */
    Optional<StoredSeal> latest(long upTo) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setLong(1, upTo);
            return seals(statement).stream().findFirst();
        }
    }

    /** The one that closed a month; empty until all of the closed month lies under a seal. */
    Optional<StoredSeal> closing(YearMonth window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOSING)) {
            statement.setObject(1, window.atDay(1));
            return seals(statement).stream().findFirst();
        }
    }

    /** Of months that were closed and are sealed whole by now, once each. */
    void rememberClosing() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER_CLOSING)) {
            statement.executeUpdate();
        }
    }

    Extent extent() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXTENT);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Extent(row.getLong(1), row.getLong(2));
        }
    }

    /** Streams all, the oldest first. Needs a transaction. */
    void all(Sink sink) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setFetchSize(FETCH_SEALS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sink.take(seal(row));
                }
            }
        }
    }

    private static List<StoredSeal> seals(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<StoredSeal> seals = new ArrayList<>();
            while (row.next()) {
                seals.add(seal(row));
            }
            return seals;
        }
    }

    private static StoredSeal seal(ResultSet row) throws SQLException {
        return new StoredSeal(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBytes(6),
                row.getBytes(7));
    }

    /** The newest pages as of a seal. */
    TreeMap<Page, PageHead> heads(long seal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
            statement.setLong(1, seal);
            try (ResultSet row = statement.executeQuery()) {
                TreeMap<Page, PageHead> heads = new TreeMap<>();
                while (row.next()) {
                    Page page = page(row, 1);
                    heads.put(page, new PageHead(page, row.getLong(3), row.getBytes(4)));
                }
                return heads;
            }
        }
    }

    /** By the seals' numbers, from one through another. */
    Map<Long, List<Finished>> pagesOf(long first, long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGES_OF_SEALS)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, List<Finished>> pages = new HashMap<>();
                while (row.next()) {
                    PageHead head = new PageHead(page(row, 2), row.getLong(5), row.getBytes(6));
                    pages.computeIfAbsent(row.getLong(1), seal -> new ArrayList<>())
                            .add(new Finished(head, row.getLong(4), row.getBytes(7)));
                }
                return pages;
            }
        }
    }

    /** The pages of a partner's window up to a seal, the oldest first. */
    List<PageSize> sizes(Page page, long upToSeal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGES_OF_PARTNER)) {
            statement.setInt(1, page.tenant());
            statement.setObject(2, page.window().atDay(1));
            statement.setLong(3, upToSeal);
            try (ResultSet row = statement.executeQuery()) {
                List<PageSize> pages = new ArrayList<>();
                while (row.next()) {
                    pages.add(new PageSize(row.getLong(1), row.getLong(2)));
                }
                return pages;
            }
        }
    }

    void insert(StoredSeal seal, List<Finished> pages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_SEAL)) {
            statement.setLong(1, seal.number());
            statement.setLong(2, seal.fromXid());
            statement.setLong(3, seal.untilXid());
            statement.setLong(4, seal.transfers());
            statement.setObject(5, seal.sealedAt().atOffset(ZoneOffset.UTC));
            statement.setBytes(6, seal.root());
            statement.setBytes(7, seal.hash());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_PAGE)) {
            for (Finished page : pages) {
                statement.setLong(1, seal.number());
                statement.setInt(2, page.head().page().tenant());
                statement.setObject(3, page.head().page().window().atDay(1));
                statement.setLong(4, page.transfers());
                statement.setLong(5, page.head().transfersSoFar());
                statement.setBytes(6, page.head().hash());
                statement.setBytes(7, page.fingerprints());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static Page page(ResultSet row, int column) throws SQLException {
        return new Page(row.getInt(column), YearMonth.from(row.getObject(column + 1, LocalDate.class)));
    }
}
