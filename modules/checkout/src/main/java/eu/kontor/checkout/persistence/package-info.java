/** Purchases filed in the tenant's schema: heard from the outbox in bulk, read as visits. */
package eu.kontor.checkout.persistence;
