/** Members, cards and enrolments in the schema {@code coalition}: entities where a page shows a person, SQL where many are asked for. */
package eu.kontor.membership.persistence;
