/** The running whole while its database or its server is killed, held up or overrun: what the API answers, and what it keeps. */
package eu.kontor.it.faults;
