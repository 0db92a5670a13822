/** What the operator sees of tenants and does with them: list, state, applying the configuration. */
package eu.kontor.portal.tenants;
