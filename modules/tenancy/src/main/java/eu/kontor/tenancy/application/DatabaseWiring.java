package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.persistence.HibernateOnConnection;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.persistence.TenantSlugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The doors to the database, as the application server names them, and transactions over the first two. */
@Service
public class DatabaseWiring {

    /** Each role signs in itself ({@link DatabaseLogins}). */
    static final String APPLICATION = "jdbc/kontor";

    /** Posters only. */
    static final String POSTING = "jdbc/kontorPosting";

    /** Signs in as {@code kontor_owner}: migrations and provisioning only. */
    static final String OWNER = "jdbc/kontorOwner";

    private final Instance<EntityClasses> entities;
    private final TenantSlugs slugs;
    private final DatabaseLogins logins;
    private final boolean isOwner;
    private final String address;
    private HibernateOnConnection hibernate;

    @Inject
    public DatabaseWiring(
            Instance<EntityClasses> entities,
            TenantSlugs slugs,
            @ConfigProperty(name = "kontor.db.app.password") String secret,
            @ConfigProperty(name = "kontor.db.owner.password") Optional<String> ownerPassword,
            @ConfigProperty(name = "kontor.db.url") Optional<String> address) {
        this.entities = entities;
        this.slugs = slugs;
        this.logins = new DatabaseLogins(secret);
        this.isOwner = ownerPassword.filter(text -> !text.isBlank()).isPresent();
        this.address = address.orElse("jdbc:postgresql://127.0.0.1:9432/kontor");
    }

    @Produces
    @ApplicationScoped
    Transactions transactions() {
        return new RoleTransactions(lookUp(APPLICATION), lookUp(POSTING), logins, slugs, this::hibernate);
    }

    DatabaseLogins logins() {
        return logins;
    }

    /** A connection on which the operator's role signed in; the caller closes it. */
    Connection operator() throws SQLException {
        return logins.operator(lookUp(APPLICATION));
    }

    /** Whether this server may migrate and provision: it was given the owner's password. */
    boolean isOwner() {
        return isOwner;
    }

    /** For the few looks at what was migrated; every connection is a new one. */
    DataSource operatorWithoutPool() {
        return logins.operatorAt(address);
    }

    DataSource owner() {
        return lookUp(OWNER);
    }

    /**
     * Builds here what is built once: otherwise the first requests and all that runs by itself meet at it, each with a connection in its
     * hands, and a till waits for it.
     */
    void prepare() {
        hibernate();
    }

    private synchronized HibernateOnConnection hibernate() {
        if (hibernate == null) {
            List<Class<?>> all = new ArrayList<>();
            entities.forEach(context -> all.addAll(context.entities()));
            hibernate = new HibernateOnConnection(all);
        }
        return hibernate;
    }

    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("the server has no data source " + name, e);
        }
    }
}
