/**
 * Tables that people and machines send: as text in any of the usual encodings, packed, or as a workbook. Made plain once, then read
 * record by record in constant memory. Knows the kernel's refusals, and neither tenants nor the database.
 */
package eu.kontor.files.api;
