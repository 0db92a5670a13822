/**
 * The files of {@code tenant-config/}: read with their line numbers, checked against the JSON Schemas and the contexts' own rules, and
 * applied only when nothing is wrong in any of them.
 */
package eu.kontor.tenancy.application.configuration;
