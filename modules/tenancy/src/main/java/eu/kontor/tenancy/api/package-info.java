/**
 * What every context may ask of tenancy: who the tenants are, transactions under a role, configuration sections.
 */
package eu.kontor.tenancy.api;
