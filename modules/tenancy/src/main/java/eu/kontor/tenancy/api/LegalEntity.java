package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/**
 * Who the operator or a brand is by law, from {@code legal} of their files: what stands on a statement.
 *
 * @param name in full; where nobody said it, the name that guests read
 * @param address line by line; empty where nobody said it
 * @param taxNumber with what stands before it
 * @param register where it is registered, and under which number
 * @param iban the account to which statements are paid, in groups of four
 * @param bic of the account's bank
 * @param email where questions about statements go
 */
public record LegalEntity(
        String name,
        List<String> address,
        Optional<String> taxNumber,
        Optional<String> register,
        Optional<String> iban,
        Optional<String> bic,
        Optional<String> email) {

    private static final String GROUPS_OF_FOUR = "(.{4})(?!$)";

    public LegalEntity {
        address = List.copyOf(address);
    }

    /** Of whom nothing but a name is known. */
    public static LegalEntity named(String name) {
        return new LegalEntity(
                name,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @param legal as in the file, valid */
    public static LegalEntity of(JsonNode legal) {
        List<String> address = new ArrayList<>();
        legal.path("address").forEach(line -> address.add(line.asText()));
        return new LegalEntity(
                legal.path("name").asText(),
                address,
                text(legal, "taxNumber"),
                text(legal, "register"),
                text(legal, "iban").map(LegalEntity::plain).map(iban -> iban.replaceAll(GROUPS_OF_FOUR, "$1 ")),
                text(legal, "bic"),
                text(legal, "email"));
    }

    /** What the JSON Schema cannot say. */
    public static List<Mistake> mistakes(JsonNode legal) {
        Optional<String> iban = text(legal, "iban");
        if (iban.isEmpty()) {
            return List.of();
        }
        try {
            IbanUtil.validate(plain(iban.get()));
            return List.of();
        } catch (Iban4jException e) {
            return List.of(new Mistake("/iban", "an IBAN whose length and check digits are right; " + e.getMessage()));
        }
    }

    private static String plain(String iban) {
        return iban.replace(" ", "");
    }

    private static Optional<String> text(JsonNode legal, String key) {
        return Optional.of(legal.path(key).asText("")).filter(text -> !text.isBlank());
    }
}
