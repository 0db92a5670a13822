package eu.kontor.it.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.PostgresServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Access tokens that differ from a real one in one thing: when they were issued, or whose key signed them. The realm's own key is
 * read from Keycloak's database, so that an expiry can be had without waiting for it.
 */
final class ForgedTokens {

    private static final String KEY_THAT_SIGNS =
            """
            select key.value
              from component provider
              join realm on realm.id = provider.realm_id and realm.name = 'coalition'
              join component_config key on key.component_id = provider.id and key.name = 'privateKey'
             where provider.provider_id = 'rsa-generated'""";

    /** DER of what PKCS #8 puts before an RSA key of PKCS #1: sequence, version 0, rsaEncryption, octet string. Lengths are filled in. */
    private static final String RSA_KEY_FOLLOWS = "3082%04x020100300d06092a864886f70d01010105000482%04x";

    private static final int BYTES_AFTER_FIRST_LENGTH = 22;

    private static final String EXPIRY = "\"exp\":\\d+";
    private static final String ISSUE = "\"iat\":\\d+";
    private static final long LIFE_SECONDS = 300;

    private final String header;
    private final String claims;
    private final PrivateKey realmsKey;

    /**
     * @param real a token as Keycloak gave it
     * @param database the server with Keycloak's database
     */
    ForgedTokens(String real, PostgresServer database) {
        String[] parts = real.split("\\.");
        header = parts[0];
        claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        realmsKey = realmsKey(database);
    }

    /** The same token as the realm would have signed it five minutes before that end. */
    String expiring(Instant end) {
        String older = claims.replaceFirst(EXPIRY, "\"exp\":" + end.getEpochSecond())
                .replaceFirst(ISSUE, "\"iat\":" + (end.getEpochSecond() - LIFE_SECONDS));
        return signed(older, realmsKey);
    }

    /** The same token, signed by somebody who is not the realm. */
    String ofAStranger() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return signed(claims, keys.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The realm's signature under a claim that it never made: another tenant. */
    String withTenant(String tenant) {
        String signed = signed(claims, realmsKey);
        String changed = claims.replaceFirst("\"tenant\":\"[^\"]*\"", "\"tenant\":\"" + tenant + "\"");
        return header + "." + encode(changed.getBytes(StandardCharsets.UTF_8))
                + signed.substring(signed.lastIndexOf('.'));
    }

    /** What the realm would sign for a person with one role at one brand, who just signed in with a second factor. */
    String ofAPerson(String tenant, String role) {
        try {
            ObjectNode person = (ObjectNode) new ObjectMapper().readTree(claims);
            person.remove(List.of("tenant", "job", "outlet", "client_id"));
            person.set("auth_time", person.path("iat"));
            person.putArray("amr").add("pwd").add("otp");
            person.put("sub", "person-" + role + "-of-" + tenant);
            person.putObject("organization")
                    .putObject(tenant)
                    .putArray("groups")
                    .add('/' + role);
            return signed(person.toString(), realmsKey);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String body, PrivateKey key) {
        try {
            String content = header + "." + encode(body.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey realmsKey(PostgresServer database) {
        try (Connection connection = database.connect(DatabaseBootstrap.KEYCLOAK);
                PreparedStatement statement = connection.prepareStatement(KEY_THAT_SIGNS);
                ResultSet key = statement.executeQuery()) {
            if (!key.next()) {
                throw new IllegalStateException("the realm has no RSA key of its own");
            }
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            pkcs8(Base64.getMimeDecoder().decode(key.getString(1)))));
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keycloak stores the key as PKCS #1, Java reads PKCS #8. */
    private static byte[] pkcs8(byte[] key) {
        byte[] prefix =
                HexFormat.of().parseHex(RSA_KEY_FOLLOWS.formatted(key.length + BYTES_AFTER_FIRST_LENGTH, key.length));
        return ByteBuffer.allocate(prefix.length + key.length)
                .put(prefix)
                .put(key)
                .array();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
