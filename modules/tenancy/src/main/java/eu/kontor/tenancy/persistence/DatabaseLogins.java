package eu.kontor.tenancy.persistence;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What each role of the database signs in with: a password that is derived from one secret and the role's name. So there is one secret to
 * keep however many brands there are, and a password that became known says nothing about another.
 */
public final class DatabaseLogins {

    private static final String MAC = "HmacSHA256";

    /** So that the same secret used elsewhere would give something else. */
    private static final String PURPOSE = "kontor database login ";

    private final SecretKeySpec key;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();

    /** @param secret of the installation, the same on all its servers: the setting {@code kontor.db.app.password} */
    public DatabaseLogins(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /** A connection on which that role signed in. It can become no other, whatever is said on it. */
    Connection signIn(DataSource pool, DatabaseRole role) throws SQLException {
        return pool.getConnection(role.name(), password(role.name()));
    }

    /** The same as the operator. */
    public Connection operator(DataSource pool) throws SQLException {
        return signIn(pool, DatabaseRole.OPERATOR);
    }

    /** Signs in as the operator without any pool. */
    public DataSource operatorAt(String address) {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl(address);
        direct.setUser(DatabaseRole.OPERATOR.name());
        direct.setPassword(password(DatabaseRole.OPERATOR.name()));
        return direct;
    }

    /** 256 bits: nobody guesses it, so that how often PostgreSQL hashes it does not matter. */
    public String password(String role) {
        return passwords.computeIfAbsent(role, this::derive);
    }

    /** Tells whether a role has this password already, and nothing about it. */
    byte[] fingerprint(String role) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password(role).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String derive(String role) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] derived = mac.doFinal((PURPOSE + role).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
