/** Published programs in the tenant's schema. */
package eu.kontor.program.persistence;
