/**
 * Everything on one machine: PostgreSQL from Maven Central, Keycloak and Open Liberty as processes of their own, their
 * ports, passwords and data directories. Depends on no other module, so that every module's tests can start a database.
 */
package eu.kontor.launcher;
