package eu.kontor.tenancy.persistence;

import java.sql.Connection;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * One Hibernate mapping for all tenants. It never opens a connection: sessions work on the connection of the transaction under
 * way, whose search path decides which tenant's tables an entity means.
 */
public final class HibernateOnConnection implements AutoCloseable {

    /** Rows per JDBC batch: past some tens the gain is small. */
    private static final int JDBC_BATCH_SIZE = 50;

    private final SessionFactory factory;

    /** @param entities annotated classes of all contexts */
    public HibernateOnConnection(List<Class<?>> entities) {
        StandardServiceRegistryBuilder settings = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.DIALECT, PostgreSQLDialect.class.getName())
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, JDBC_BATCH_SIZE)
                .applySetting(AvailableSettings.ORDER_INSERTS, true)
                .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        MetadataSources sources = new MetadataSources(settings.build());
        entities.forEach(sources::addAnnotatedClass);
        factory = sources.buildMetadata().buildSessionFactory();
    }

    Session open(Connection connection) {
        return factory.withOptions().connection(connection).openSession();
    }

    @Override
    public void close() {
        factory.close();
    }
}
