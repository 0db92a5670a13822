package eu.kontor.tenancy.api;

/**
 * CDI event: the schema of the coalition is current; routes, workers and schedules may start. Schemas of tenants may still be brought up
 * to date; until then such a tenant is refused with {@code TENANT_UPDATING}.
 */
public record MigrationsDone() {}
