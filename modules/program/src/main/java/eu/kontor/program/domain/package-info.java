/** The rules of earning and redeeming as named policies in plain Java; uses the kernel and this context's api only. */
package eu.kontor.program.domain;
