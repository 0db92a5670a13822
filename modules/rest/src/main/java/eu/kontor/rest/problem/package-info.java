/** Every failure as a problem document (RFC 9457), whatever its origin. */
package eu.kontor.rest.problem;
