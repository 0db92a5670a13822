/** Members, cards and enrolments as others may see them. */
package eu.kontor.membership.api;
