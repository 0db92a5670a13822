/** People and machines of tenants in the identity provider, Keycloak; spoken to over its admin API. */
package eu.kontor.tenancy.application.identity;
