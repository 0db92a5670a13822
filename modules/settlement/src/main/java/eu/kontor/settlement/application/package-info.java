/** Settlement's use cases: who may see and close what, in which transaction. */
package eu.kontor.settlement.application;
