package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.TenantSlug;

/**
 * A database role and the search path that goes with it.
 *
 * @param searchPath what unqualified names mean: the tenant's schema, or nothing but the system's catalog
 */
record DatabaseRole(String name, String searchPath) {

    /** Temporary objects come last, so that none can stand in for a table. */
    private static final String CATALOG_ONLY = "pg_catalog, pg_temp";

    static final DatabaseRole OPERATOR = new DatabaseRole("kontor_operator", CATALOG_ONLY);
    static final DatabaseRole POSTER = new DatabaseRole("kontor_poster", CATALOG_ONLY);

    static DatabaseRole tenant(TenantSlug slug) {
        return new DatabaseRole(slug.role(), ownSchema(slug));
    }

    /** May what the tenant's role may, and takes messages from the outbox. */
    static DatabaseRole relay(TenantSlug slug) {
        return new DatabaseRole("c_" + slug.role().substring("t_".length()), ownSchema(slug));
    }

    private static String ownSchema(TenantSlug slug) {
        return slug.schema() + ", pg_temp";
    }
}
