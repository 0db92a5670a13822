package eu.kontor.tenancy.api;

import java.util.List;

/**
 * A context's contribution to the one Hibernate mapping; found through CDI.
 *
 * <p>Entities of {@code coalition} name that schema in their {@code @Table}; entities of a tenant's schema name none and
 * are found through the transaction's search path.
 */
public interface EntityClasses {

    List<Class<?>> entities();
}
