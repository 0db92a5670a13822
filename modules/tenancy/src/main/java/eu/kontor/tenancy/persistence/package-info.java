/**
 * How tenancy meets the database: one transaction on one connection under one role, the migrations of the coalition and
 * of every tenant, the registry's tables.
 */
package eu.kontor.tenancy.persistence;
