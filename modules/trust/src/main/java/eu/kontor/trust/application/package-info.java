/** Trust's use cases. */
package eu.kontor.trust.application;
