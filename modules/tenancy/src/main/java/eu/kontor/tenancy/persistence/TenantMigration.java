package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.Digest;

/**
 * One step in the life of every tenant's schema.
 *
 * @param version from the file's name {@code V012__speaking_name.sql}
 * @param sql unqualified names mean the tenant's schema; {@code ${role}} stands for the tenant's role
 */
record TenantMigration(int version, String description, String sql) implements Comparable<TenantMigration> {

    byte[] checksum() {
        return Digest.of(sql);
    }

    String sqlFor(String role) {
        return sql.replace("${role}", role);
    }

    @Override
    public int compareTo(TenantMigration other) {
        return Integer.compare(version, other.version);
    }
}
