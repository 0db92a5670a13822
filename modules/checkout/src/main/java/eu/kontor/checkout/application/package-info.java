/** The till's use cases: check, evaluate, resolve, post, answer; and the doors for files. */
package eu.kontor.checkout.application;
