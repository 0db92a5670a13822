package eu.kontor.tenancy.api;

/** CDI event: the schemas are current and the registry is loaded; routes, workers and schedules may start. */
public record MigrationsDone(int tenants) {}
