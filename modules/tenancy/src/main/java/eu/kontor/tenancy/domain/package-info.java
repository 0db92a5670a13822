/** Tenancy's rules in plain Java: what makes an accent colour readable, what a change of the coalition may not touch. */
package eu.kontor.tenancy.domain;
