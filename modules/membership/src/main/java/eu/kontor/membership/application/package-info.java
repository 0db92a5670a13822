/** Membership's use cases: who may ask, in which transaction, and what is written in the audit trail. */
package eu.kontor.membership.application;
