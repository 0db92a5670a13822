package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.HibernateOnConnection;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.persistence.TenantSlugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The doors to the database, as the application server names them, and transactions over the first two. */
@Service
public class DatabaseWiring {

    /** Signs in as {@code kontor_app}. */
    static final String APPLICATION = "jdbc/kontor";

    /** Signs in as {@code kontor_app}, too: posters only. */
    static final String POSTING = "jdbc/kontorPosting";

    /** Signs in as {@code kontor_owner}: migrations and provisioning only. */
    static final String OWNER = "jdbc/kontorOwner";

    private final Instance<EntityClasses> entities;
    private final TenantSlugs slugs;
    private HibernateOnConnection hibernate;

    @Inject
    public DatabaseWiring(Instance<EntityClasses> entities, TenantSlugs slugs) {
        this.entities = entities;
        this.slugs = slugs;
    }

    @Produces
    @ApplicationScoped
    Transactions transactions() {
        return new RoleTransactions(lookUp(APPLICATION), lookUp(POSTING), slugs, this::hibernate);
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
