/** Tenancy's use cases: the registry in memory, applying the configuration, provisioning, starting up, the audit trail. */
package eu.kontor.tenancy.application;
