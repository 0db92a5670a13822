package eu.kontor.checkout.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads filed purchases in the schema of the transaction's tenant. */
@Service
public class FiledPurchases {

    private static final String OF_MEMBER = SqlFile.read("checkout/visits-of-member");
    private static final String BY_NUMBER = SqlFile.read("checkout/visits-by-number");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row as filed; names of outlet and rules are not in it. */
    public record FiledPurchase(
            PostingId id,
            int outletId,
            LocalDate businessDate,
            Optional<LocalTime> businessTime,
            BigDecimal amount,
            String currency,
            List<Purchase.Line> lines,
            long points,
            int programVersion,
            List<FiledPart> parts,
            String reference,
            boolean reversed) {}

    public record FiledPart(String rule, BigDecimal basis, BigDecimal pointsPerUnit, BigDecimal exactPoints) {}

    /** Newest first. */
    public List<FiledPurchase> ofMember(UnitOfWork unit, MemberId member, int limit) throws SQLException {
        try (PreparedStatement query = unit.connection().prepareStatement(OF_MEMBER)) {
            query.setLong(1, member.value());
            query.setInt(2, limit);
            return read(query);
        }
    }

    /** Those of them that are filed, in no order. */
    public List<FiledPurchase> find(UnitOfWork unit, Collection<PostingId> ids) throws SQLException {
        Connection connection = unit.connection();
        try (PreparedStatement query = connection.prepareStatement(BY_NUMBER)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            ids.stream().map(id -> id.member().value()).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", ids.stream().map(PostingId::number).toArray()));
            return read(query);
        }
    }

    private static List<FiledPurchase> read(PreparedStatement query) throws SQLException {
        List<FiledPurchase> filed = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                filed.add(read(row));
            }
        }
        return filed;
    }

    private static FiledPurchase read(ResultSet row) throws SQLException {
        return new FiledPurchase(
                new PostingId(new MemberId(row.getLong("member_id")), row.getLong("number")),
                row.getInt("outlet_id"),
                row.getObject("business_date", LocalDate.class),
                Optional.ofNullable(row.getObject("business_time", LocalTime.class)),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                lines(row.getString("lines")),
                row.getLong("points"),
                row.getInt("program_version"),
                parts(row.getString("parts")),
                row.getString("reference"),
                row.getBoolean("reversed"));
    }

    private static List<Purchase.Line> lines(String json) {
        List<Purchase.Line> lines = new ArrayList<>();
        for (JsonNode line : tree(json)) {
            lines.add(new Purchase.Line(
                    line.get(0).asText(),
                    line.get(1).asText(),
                    new BigDecimal(line.get(2).asText()),
                    new BigDecimal(line.get(3).asText())));
        }
        return lines;
    }

    private static List<FiledPart> parts(String json) {
        List<FiledPart> parts = new ArrayList<>();
        for (JsonNode part : tree(json)) {
            parts.add(new FiledPart(
                    part.get(0).asText(),
                    new BigDecimal(part.get(1).asText()),
                    new BigDecimal(part.get(2).asText()),
                    new BigDecimal(part.get(3).asText())));
        }
        return parts;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filed purchase is not readable", e);
        }
    }
}
